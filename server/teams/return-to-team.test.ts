import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditEntries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { Actor } from '@/domain/access/actor'
import { movePerson } from '../registration/move-person'
import { DURING_REGISTRATION, done, makeStudent } from '../registration/testing'
import { nobody } from '../session'
import { handOverCaptaincy } from './hand-over-captaincy'
import { joinTeam } from './join-team'
import { returnToTeam, wayBack } from './return-to-team'
import { addTeam, again, codeOf, makeTeam, membersOf } from './testing'
import { withdrawTeam } from './withdraw-team'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

const HOUR = 60 * 60_000
const later = (hours: number) => vi.setSystemTime(DURING_REGISTRATION.getTime() + hours * HOUR)

/** A student who left the first team (of three seats, with its captain) for the second. */
async function moved(name = 'Aysel') {
  const made = await makeTeam({ teamMax: 3 })
  const other = await addTeam(made.event, 'Orbit')
  const student = await makeStudent(made.event, name)
  await done(joinTeam(student, { code: made.code }))
  await done(joinTeam(await again(student), { code: other.code, leave: made.team }))
  return { ...made, other, student: await again(student) }
}

/** Fills a seat without an invitation, of which there are as many as seats were free. */
const seat = async (organizer: Actor, event: string, name: string, team: string) =>
  done(movePerson(organizer, { event, person: (await makeStudent(event, name)).personId, team }))

const seatsOf = async (team: string) =>
  (await membersOf(team)).map(({ personId, role, seat }) => ({ personId, role, seat }))

test('who left a team for another goes back within a day, once, and it is in the record', async () => {
  const { event, team, other, student, captain } = await moved()
  const move = { from: 'Xəzər Sat', into: 'Orbit', at: DURING_REGISTRATION, full: false }
  expect(await wayBack(student, event)).toEqual(move)
  later(23.99)
  expect(await returnToTeam(student, { event })).toEqual({ team, seat: 2 })
  expect([await seatsOf(team), await seatsOf(other.team)]).toEqual([
    [
      { personId: captain.personId, role: 'captain', seat: 1 },
      { personId: student.personId, role: 'member', seat: 2 },
    ],
    [{ personId: other.captain.personId, role: 'captain', seat: 1 }],
  ])
  const home = await again(student)
  expect([await wayBack(home, event), codeOf(await returnToTeam(home, { event }))]).toEqual([
    null,
    'no-way-back',
  ])
  const entries = await (await db()).select().from(auditEntries)
  expect(entries.filter(({ action }) => action === 'return-to-team')).toMatchObject([
    { actorId: student.personId, objectId: team, details: { seat: 2, left: other.team } },
  ])
})

test('a day later, or once teams are fixed, there is no way back', async () => {
  const { event, student } = await moved()
  later(24)
  expect([await wayBack(student, event), codeOf(await returnToTeam(student, { event }))]).toEqual([
    null,
    'no-way-back',
  ])
  vi.setSystemTime(new Date('2018-05-25T08:00:00Z'))
  expect(codeOf(await returnToTeam(student, { event }))).toBe('closed-roster')
  expect(codeOf(await returnToTeam(nobody(), { event }))).toBe('sign-in')
})

test('only one’s own move is taken back', async () => {
  const { event, team, other, student, organizer } = await moved()
  await done(movePerson(organizer, { event, person: student.personId, team }))
  await done(movePerson(organizer, { event, person: student.personId, team: other.team }))
  const home = await again(student)
  expect([await wayBack(home, event), codeOf(await returnToTeam(home, { event }))]).toEqual([
    null,
    'no-way-back',
  ])
})

test('a team that is full, gone or withdrawn takes nobody back, and nothing changes', async () => {
  const { event, organizer, team, other, student, captain } = await moved()
  for (const name of ['Rauf', 'Leyla']) await seat(organizer, event, name, team)
  expect(await wayBack(student, event)).toMatchObject({ full: true })
  expect(codeOf(await returnToTeam(student, { event }))).toBe('team-full')
  expect((await membersOf(other.team)).map(({ personId }) => personId)).toContain(student.personId)
  await done(withdrawTeam(captain, { team }))
  expect([await wayBack(student, event), codeOf(await returnToTeam(student, { event }))]).toEqual([
    null,
    'team-gone',
  ])
})

test('a team that ended when its last one left is not come back to', async () => {
  const { event, code } = await makeTeam()
  const alone = await addTeam(event, 'Orbit')
  await done(joinTeam(alone.captain, { code, leave: alone.team }))
  const home = await again(alone.captain)
  expect([await wayBack(home, event), codeOf(await returnToTeam(home, { event }))]).toEqual([
    null,
    'team-gone',
  ])
})

test('who led it before comes back as a member; who leads the other hands it over first', async () => {
  const { event, team, other, student, captain, code } = await moved()
  const seat = (await membersOf(other.team)).find(({ personId }) => personId === student.personId)
  await done(handOverCaptaincy(other.captain, { team: other.team, member: seat?.id ?? '' }))
  expect(codeOf(await returnToTeam(await again(student), { event }))).toBe('captain-leaves')
  // The captain of the first team hands it over, changes teams and comes back.
  const heir = await makeStudent(event, 'Heir')
  await done(joinTeam(heir, { code }))
  const next = (await membersOf(team)).find(({ personId }) => personId === heir.personId)
  await done(handOverCaptaincy(captain, { team, member: next?.id ?? '' }))
  await done(joinTeam(await again(captain), { code: other.code, leave: team }))
  await done(returnToTeam(await again(captain), { event }))
  expect((await seatsOf(team)).find(({ personId }) => personId === captain.personId)?.role).toBe('member')
})

test('of two who come back at once for the last seat one has it, and the other keeps theirs', async () => {
  const { event, organizer, code, team, other, student } = await moved()
  const second = await makeStudent(event, 'Rauf')
  await done(joinTeam(second, { code }))
  await done(joinTeam(await again(second), { code: other.code, leave: team }))
  await seat(organizer, event, 'Leyla', team)
  const both = [student, await again(second)]
  const outcomes = await Promise.all(both.map((actor) => returnToTeam(actor, { event })))
  expect(outcomes.map(codeOf).sort()).toEqual(['done', 'team-full'])
  expect([(await membersOf(team)).length, (await membersOf(other.team)).length]).toEqual([3, 2])
})

test('one who presses twice, or joins a third team meanwhile, sits once', async () => {
  const { event, student } = await moved()
  const third = await addTeam(event, 'Third')
  const outcomes = await Promise.all([
    returnToTeam(student, { event }),
    returnToTeam(student, { event }),
    joinTeam(student, { code: third.code }),
  ])
  expect(outcomes.map(codeOf).filter((code) => code === 'done')).toHaveLength(1)
  expect((await again(student)).memberships).toHaveLength(1)
})
