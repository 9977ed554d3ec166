import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { events, registrations, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { editEvent } from '../events/edit-event'
import { DURING_REGISTRATION, done, makeStudent } from '../registration/testing'
import { actorOf, nobody } from '../session'
import { joinTeam } from './join-team'
import { makeInvitation } from './make-invitation'
import { revokeInvitation } from './revoke-invitation'
import { addTeam, again, codeOf, makeTeam, membersOf } from './testing'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

const EXPECTED = new Set(['done', 'team-full', 'invitation-used', 'waitlisted', 'teams-larger'])

describe('joining', () => {
  test('takes the smallest free seat, once', async () => {
    const { event, code, team } = await makeTeam()
    const student = await makeStudent(event, 'Aysel')
    const joined = { team, name: 'Xəzər Sat', event, seat: 2 }
    expect(await joinTeam(student, { code })).toEqual({ ...joined, already: false })
    expect(await joinTeam(student, { code: ` ${code.toLowerCase()} ` })).toEqual({ ...joined, already: true })
    expect(await membersOf(team)).toHaveLength(2)
  })

  test('registers who is not registered, with a name', async () => {
    const { event, code } = await makeTeam()
    const person = await actorOf((await makePerson('')).id)
    expect(codeOf(await joinTeam(person, { code }))).toBe('name-unreadable')
    await done(joinTeam(person, { code, givenName: 'Nigar', consents: { 'publish-name': true } }))
    expect((await again(person)).registrations).toEqual([event])
  })

  test('twenty at once for one seat: one sits, the others hear that the team is full', async () => {
    const { event, code, team } = await makeTeam({ teamMax: 2 })
    const students = await Promise.all(
      Array.from({ length: 20 }, (_, index) => makeStudent(event, `S${index}`)),
    )
    const outcomes = await Promise.all(students.map((student) => joinTeam(student, { code })))
    expect(outcomes.map(codeOf).sort()).toEqual(['done', ...Array(19).fill('team-full')])
    expect(await membersOf(team)).toHaveLength(2)
  })

  test('one person joins five teams at once: one seat', async () => {
    const { event, code } = await makeTeam()
    const others = await Promise.all([1, 2, 3, 4].map((n) => addTeam(event, `Team ${n}`)))
    const student = await makeStudent(event, 'Eager')
    const codes = [code, ...others.map((other) => other.code)]
    const outcomes = await Promise.all(codes.map((each) => joinTeam(student, { code: each })))
    expect(outcomes.map(codeOf).sort()).toEqual([...Array(4).fill('already-in-team'), 'done'])
  })

  test('says for each reason why not', async () => {
    const { event, code, captain, invitation, team } = await makeTeam()
    const student = await makeStudent(event, 'Aysel')
    expect(codeOf(await joinTeam(nobody(), { code }))).toBe('sign-in')
    expect(codeOf(await joinTeam(student, { code: 'ZZZZZZ' }))).toBe('invitation-unknown')
    expect(codeOf(await joinTeam(student, { code: '0OIL11' }))).toBe('invitation-unknown')
    const once = await done(makeInvitation(captain, { team, uses: 1 }))
    await done(joinTeam(await makeStudent(event, 'First'), { code: once.code }))
    expect(codeOf(await joinTeam(student, { code: once.code }))).toBe('invitation-used')
    await done(revokeInvitation(captain, { invitation }))
    expect(codeOf(await joinTeam(student, { code }))).toBe('invitation-revoked')
    const soon = await done(makeInvitation(captain, { team, expiresAt: new Date('2018-05-11T00:00:00Z') }))
    vi.setSystemTime(new Date('2018-05-12T00:00:00Z'))
    expect(codeOf(await joinTeam(student, { code: soon.code }))).toBe('invitation-expired')
    const open = await done(makeInvitation(captain, { team }))
    vi.setSystemTime(new Date('2018-05-25T08:00:00Z'))
    expect(codeOf(await joinTeam(student, { code: open.code }))).toBe('closed-roster')
  })

  test('names the team one is in, and leaves it for the other in one step', async () => {
    const { event, code, team } = await makeTeam()
    const other = await addTeam(event, 'Orbit')
    const student = await makeStudent(event, 'Aysel')
    await done(joinTeam(student, { code }))
    const member = await again(student)
    expect(await joinTeam(member, { code: other.code })).toMatchObject({
      code: 'already-in-team',
      values: { team: 'Xəzər Sat' },
    })
    await done(joinTeam(member, { code: other.code, leave: team }))
    expect((await again(member)).memberships.map((membership) => membership.team)).toEqual([other.team])
  })

  test('a captain with a crew does not leave it for another team; a captain alone does', async () => {
    const { event, code, team, captain } = await makeTeam()
    const other = await addTeam(event, 'Orbit')
    await done(joinTeam(await makeStudent(event, 'Aysel'), { code }))
    expect(codeOf(await joinTeam(captain, { code: other.code, leave: team }))).toBe('captain-leaves')
    await done(joinTeam(other.captain, { code, leave: other.team }))
    const [gone] = await (await db()).select().from(teams).where(eq(teams.id, other.team))
    expect(gone?.deletedAt).not.toBeNull()
  })

  test('goes on while the organizer changes sizes and places, whoever comes first', async () => {
    const { event, code, organizer } = await makeTeam({ teamMax: 4, capacity: 5 })
    const [row] = await (await db()).select().from(events).where(eq(events.id, event))
    if (!row) throw new Error('no event')
    const people = await Promise.all(Array.from({ length: 8 }, (_, index) => makePerson(`P${index}`)))
    const actors = await Promise.all(people.map(({ id }) => actorOf(id)))
    const changes = [5, 4, 5].map((teamMax, index) =>
      editEvent(organizer, { ...row, event, teamMax, capacity: 6 + index }),
    )
    const joins = actors.map((actor) => joinTeam(actor, { code }))
    const codes = new Set((await Promise.all([...joins, ...changes])).map(codeOf))
    expect([...codes].filter((each) => !EXPECTED.has(each))).toEqual([])
    const states = await (await db()).select().from(registrations).where(eq(registrations.eventId, event))
    const places = states.filter(({ state }) => state === 'registered')
    expect(places.length).toBeLessThanOrEqual(8)
  })
})
