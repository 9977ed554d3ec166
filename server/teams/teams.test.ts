import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { entries, registrations, teamMembers } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { recordConsent } from '../registration/record-consent'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { nobody } from '../session'
import { claimCaptaincy } from './claim-captaincy'
import { createTeam } from './create-team'
import { deleteTeam } from './delete-team'
import { handOverCaptaincy } from './hand-over-captaincy'
import { joinTeam } from './join-team'
import { leaveTeam } from './leave-team'
import { makeInvitation } from './make-invitation'
import { invitationPreview, ownTeam } from './queries'
import { removeMember } from './remove-member'
import { renameTeam } from './rename-team'
import { revokeInvitation } from './revoke-invitation'
import { addTeam, again, codeOf, makeTeam, membersOf } from './testing'
import { withdrawTeam } from './withdraw-team'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

describe('a new team', () => {
  test('has its maker as captain, an entry and an address in plain letters', async () => {
    const { captain, team, entry, slug, event } = await makeTeam()
    expect(slug).toBe('xezer-sat')
    expect(await ownTeam(captain, event)).toMatchObject({ id: team, entry, isCaptain: true, seats: 5 })
  })

  test.each([
    ['XƏZƏR  sat', 'team-name-taken'],
    ['Xezer Sat', 'team-name-taken'],
    [' ', 'team-name-empty'],
    ['\u200b\u3164', 'team-name-invisible'],
    ['x'.repeat(61), 'team-name-long'],
    ['<script>', 'done'],
  ])('called “%s” is answered %s', async (name, code) => {
    const { event } = await makeTeam()
    expect(codeOf(await createTeam(await makeStudent(event, 'Other'), { event, name }))).toBe(code)
  })

  test('two of one address get numbered ones', async () => {
    const { event } = await makeTeam()
    const other = await done(createTeam(await makeStudent(event, 'Other'), { event, name: 'Xəzər, Sat!' }))
    expect(other.slug).toBe('xezer-sat-2')
  })

  test('is not made by a stranger, by who has one, or five at once by one person', async () => {
    const { event, captain, stranger } = await makeTeam()
    expect(codeOf(await createTeam(stranger, { event, name: 'Orbit' }))).toBe('register-first')
    expect(codeOf(await createTeam(captain, { event, name: 'Orbit' }))).toBe('already-in-team')
    const eager = await makeStudent(event, 'Eager')
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => createTeam(eager, { event, name: `T${n}` })),
    )
    expect(outcomes.map(codeOf).sort()).toEqual([...Array(4).fill('already-in-team'), 'done'])
  })

  test('of ten made at once with one name there is one', async () => {
    const { event } = await makeOpenEvent()
    const students = await Promise.all(
      Array.from({ length: 10 }, (_, index) => makeStudent(event, `S${index}`)),
    )
    const outcomes = await Promise.all(
      students.map((student) => createTeam(student, { event, name: 'Orbit' })),
    )
    expect(outcomes.map(codeOf).sort()).toEqual(['done', ...Array(9).fill('team-name-taken')])
    expect(await (await db()).select().from(entries)).toHaveLength(1)
  })
})

describe('an invitation', () => {
  test('shows the team to whoever holds it, and the captain’s first name only by consent', async () => {
    const { event, code, captain } = await makeTeam()
    const before = await invitationPreview(nobody(), code, 'hall')
    expect(before).toMatchObject({
      team: { name: 'Xəzər Sat', taken: 1, seats: 5 },
      captain: null,
      fault: null,
    })
    await done(recordConsent(captain, { event, answers: { 'publish-name': true } }))
    expect(await invitationPreview(nobody(), code, 'hall')).toMatchObject({ captain: 'Captain of Xəzər Sat' })
    expect(codeOf(await invitationPreview(nobody(), 'nonsense', 'hall'))).toBe('invitation-unknown')
  })

  test('is the captain’s to make and to revoke', async () => {
    const { event, team, code, invitation, organizer, neighbour } = await makeTeam()
    const member = await makeStudent(event, 'Aysel')
    await done(joinTeam(member, { code }))
    for (const actor of [await again(member), neighbour, nobody()]) {
      expect(isRefusal(await makeInvitation(actor, { team }))).toBe(true)
      expect(isRefusal(await revokeInvitation(actor, { invitation }))).toBe(true)
    }
    expect(codeOf(await makeInvitation(organizer, { team }))).toBe('done')
    expect(codeOf(await makeInvitation(organizer, { team, uses: 9 }))).toBe('invitation-uses')
  })
})

describe('the captaincy', () => {
  test('of a provisional captain is claimed once, by a confirmed member', async () => {
    const { event, team, code, captain } = await makeTeam()
    const [first, second] = [await makeStudent(event, 'Aysel'), await makeStudent(event, 'Murad')]
    for (const student of [first, second]) await done(joinTeam(student, { code }))
    expect(codeOf(await claimCaptaincy(await again(first), { team }))).toBe('captaincy-claimed')
    const database = await db()
    await database
      .update(teamMembers)
      .set({ provisional: true })
      .where(eq(teamMembers.personId, captain.personId))
    const unconfirmed = eq(registrations.personId, first.personId)
    await database.update(registrations).set({ confirmedAt: null }).where(unconfirmed)
    expect(codeOf(await claimCaptaincy(await again(first), { team }))).toBe('confirm-first')
    await database.update(registrations).set({ confirmedAt: DURING_REGISTRATION }).where(unconfirmed)
    const actors = await Promise.all([first, second].map(again))
    const outcomes = await Promise.all(actors.map((actor) => claimCaptaincy(actor, { team })))
    expect(outcomes.map(codeOf).sort()).toEqual(['captaincy-claimed', 'done'])
    expect((await membersOf(team)).filter(({ role }) => role === 'captain')).toHaveLength(1)
  })

  test('is handed over, and then the old captain may leave or be removed', async () => {
    const { event, team, code, captain } = await makeTeam()
    const student = await makeStudent(event, 'Aysel')
    await done(joinTeam(student, { code }))
    expect(codeOf(await leaveTeam(captain, { team }))).toBe('captain-leaves')
    const seats = await membersOf(team)
    const own = seats.find(({ personId }) => personId === captain.personId)?.id ?? ''
    const next = seats.find(({ personId }) => personId === student.personId)?.id ?? ''
    expect(codeOf(await removeMember(captain, { team, member: own }))).toBe('captain-stays')
    expect(codeOf(await handOverCaptaincy(await again(student), { team, member: next }))).not.toBe('done')
    await done(handOverCaptaincy(captain, { team, member: next }))
    await done(removeMember(await again(student), { team, member: own }))
    expect((await membersOf(team)).map(({ personId }) => personId)).toEqual([student.personId])
  })
})

describe('the end of a team', () => {
  test('comes when the last one leaves', async () => {
    const { team, captain, entry } = await makeTeam()
    await done(leaveTeam(captain, { team }))
    expect((await again(captain)).memberships).toEqual([])
    const [row] = await (await db()).select().from(entries).where(eq(entries.id, entry))
    expect(row?.withdrawnAt).not.toBeNull()
    expect(codeOf(await renameTeam(captain, { team, name: 'Back' }))).toBe('not-found')
  })

  test('is deleting it before judging, or withdrawing it, by the captain or the organizer', async () => {
    const { event, team, captain, organizer, neighbour } = await makeTeam()
    const other = await addTeam(event, 'Orbit')
    expect(codeOf(await deleteTeam(other.captain, { team }))).not.toBe('done')
    expect(codeOf(await withdrawTeam(neighbour, { team }))).toBe('not-found')
    await done(withdrawTeam(captain, { team, reason: 'Exams' }))
    expect(codeOf(await makeInvitation(captain, { team }))).toBe('team-gone')
    await done(deleteTeam(organizer, { team }))
    expect((await again(captain)).memberships).toEqual([])
    expect(codeOf(await createTeam(await again(captain), { event, name: 'Xəzər Sat' }))).toBe('done')
  })

  test('another name keeps the address, and is not another team’s', async () => {
    const { event, team, captain } = await makeTeam()
    await addTeam(event, 'Orbit')
    expect(codeOf(await renameTeam(captain, { team, name: 'ORBİT' }))).toBe('team-name-taken')
    await done(renameTeam(captain, { team, name: 'XƏZƏR SAT' }))
    expect(await ownTeam(captain, event)).toMatchObject({ name: 'XƏZƏR SAT', slug: 'xezer-sat' })
  })
})
