import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, test } from 'vitest'
import { brokenConstraint, db } from './client'
import { makeCompetition, makePerson, makeRubric } from './factories'
import {
  assignments,
  ballots,
  currentMarks,
  entries,
  events,
  jurors,
  marks,
  promotions,
  results,
  roleGrants,
  teamMembers,
  teams,
} from './schema'
import { testDatabase } from './testing'

testDatabase()

const AT = new Date('2018-05-26T09:00:00Z')

/** The constraint a write breaks, or 'accepted'. */
async function outcomeOf(write: PromiseLike<unknown>): Promise<string> {
  try {
    await write
    return 'accepted'
  } catch (error) {
    return brokenConstraint(error) ?? 'thrown'
  }
}

let made: Awaited<ReturnType<typeof makeCompetition>>
beforeEach(async () => {
  made = await makeCompetition()
})

async function makeTeam(name: string, seats = 2) {
  const row = { eventId: made.national.id, slug: name, name, nameKey: name, seats, createdAt: AT }
  const [team] = await (await db()).insert(teams).values(row).returning()
  if (!team) throw new Error('not written')
  return team
}

const member = (team: { id: string; eventId: string; seats: number }, personId: string, seat: number) => ({
  teamId: team.id,
  eventId: team.eventId,
  seats: team.seats,
  personId,
  seat,
  joinedAt: AT,
})

async function makeEntry(name: string) {
  const team = await makeTeam(name)
  const row = { teamId: team.id, eventId: team.eventId, enteredAt: AT }
  const [entry] = await (await db()).insert(entries).values(row).returning()
  if (!entry) throw new Error('not written')
  return entry
}

async function makeJuror(position: number, president = false) {
  const row = { eventId: made.national.id, office: `Seat ${position}`, position, president, seatedAt: AT }
  const [juror] = await (await db()).insert(jurors).values(row).returning()
  if (!juror) throw new Error('not written')
  return juror
}

describe('teams', () => {
  test('a person sits in one team of an event, a seat is taken once and there are no more than there are', async () => {
    const database = await db()
    const [first, second] = [await makeTeam('first'), await makeTeam('second')]
    const [a, b, c] = [await makePerson('A'), await makePerson('B'), await makePerson('C')]
    const sit = (row: ReturnType<typeof member>) => outcomeOf(database.insert(teamMembers).values(row))
    expect(await sit(member(first, a.id, 1))).toBe('accepted')
    expect(await sit(member(second, a.id, 1))).toBe('team_members_one_team')
    expect(await sit(member(first, b.id, 1))).toBe('team_members_seat_once')
    expect(await sit(member(first, b.id, 2))).toBe('accepted')
    expect(await sit(member(first, c.id, 3))).toBe('team_members_seat')
    expect(await sit({ ...member(first, c.id, 3), seats: 5 })).toBe('team_members_team')
  })

  test('twenty people take the last seat at once: one sits', async () => {
    const database = await db()
    const team = await makeTeam('crowded', 1)
    const people = await Promise.all(Array.from({ length: 20 }, (_, index) => makePerson(`P${index}`)))
    const sits = people.map(({ id }) => outcomeOf(database.insert(teamMembers).values(member(team, id, 1))))
    const outcomes = await Promise.all(sits)
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
    expect(new Set(outcomes)).toEqual(new Set(['accepted', 'team_members_seat_once']))
  })

  test('one captain at a time', async () => {
    const database = await db()
    const team = await makeTeam('led')
    const [a, b] = [await makePerson('A'), await makePerson('B')]
    await database.insert(teamMembers).values({ ...member(team, a.id, 1), role: 'captain' })
    const second = database.insert(teamMembers).values({ ...member(team, b.id, 2), role: 'captain' })
    expect(await outcomeOf(second)).toBe('team_members_one_captain')
  })
})

describe('marks', () => {
  test('a mark has one id, keeps to its scale, and nothing under it can be deleted', async () => {
    const database = await db()
    const entry = await makeEntry('marked')
    const juror = await makeJuror(1)
    const criterion = (await makeRubric(made.national.id)).at(-1)
    if (!criterion) throw new Error('no criterion')
    const cell = { jurorId: juror.id, entryId: entry.id }
    const mark = (value: number, id = uuidv7()) => ({
      ...cell,
      id,
      criterionId: criterion.id,
      value,
      scaleMin: 0,
      scaleMax: 10,
      device: 'd',
      seq: 1,
      madeAt: AT,
      receivedAt: AT,
    })
    const save = (row: ReturnType<typeof mark>) => outcomeOf(database.insert(marks).values(row))
    expect(await save(mark(7.5))).toBe('marks_assignment')
    await database.insert(assignments).values({ ...cell, assignedAt: AT })
    const id = uuidv7()
    expect(await save(mark(7.5, id))).toBe('accepted')
    expect(await save(mark(7.5, id))).toBe('marks_pkey')
    expect(await save(mark(10.5))).toBe('marks_value')
    expect(await save({ ...mark(50), scaleMax: 100 })).toBe('marks_criterion')
    await database.insert(currentMarks).values({ ...cell, criterionId: criterion.id, markId: id })
    expect(await outcomeOf(database.delete(entries).where(eq(entries.id, entry.id)))).not.toBe('accepted')
    expect(await outcomeOf(database.delete(jurors).where(eq(jurors.id, juror.id)))).not.toBe('accepted')
    expect(await outcomeOf(database.delete(marks).where(eq(marks.id, id)))).toBe(
      'current_marks_mark_id_marks_id_fk',
    )
  })

  test('a ballot needs an assignment, and recusal needs a reason', async () => {
    const database = await db()
    const cell = { jurorId: (await makeJuror(1)).id, entryId: (await makeEntry('seen')).id }
    const give = (row: Partial<typeof ballots.$inferInsert>) =>
      outcomeOf(database.insert(ballots).values({ ...cell, changedAt: AT, ...row }))
    expect(await give({})).toBe('ballots_assignment')
    await database.insert(assignments).values({ ...cell, assignedAt: AT })
    expect(await give({ status: 'recused' })).toBe('ballots_reason')
    expect(await give({ status: 'recused', reason: 'my student' })).toBe('accepted')
    expect(await give({})).toBe('ballots_jurorId_entryId_unique')
  })

  test('one president', async () => {
    await makeJuror(1, true)
    expect(await outcomeOf(makeJuror(2, true))).toBe('jurors_one_president')
  })
})

test('one active promotion for a place', async () => {
  const database = await db()
  const [first, second] = [await makeEntry('first'), await makeEntry('second')]
  const edge = { fromEventId: made.national.id, toEventId: made.international.id, slot: 1, changedAt: AT }
  const offer = (teamEntryId: string, state: 'offered' | 'declined', slot = 1) =>
    outcomeOf(database.insert(promotions).values({ ...edge, slot, state, teamEntryId }))
  expect(await offer(first.id, 'declined')).toBe('accepted')
  expect(await offer(second.id, 'offered')).toBe('accepted')
  expect(await offer(first.id, 'offered')).toBe('promotions_one_active')
  expect(await offer(second.id, 'offered', 2)).toBe('promotions_team_once')
})

const NOTHING = {
  entries: [],
  jurors: [],
  criteria: [],
  ballots: [],
  decisions: [],
  conflicts: [],
  assignments: [],
}
const EMPTY = {
  rulesVersion: 1,
  event: '',
  input: { ...NOTHING, slots: 0, minBallots: 0 },
  ranks: [],
  notRanked: [],
}

test('a sealed result has a digest, and a correction says what changed', async () => {
  const person = await makePerson('President')
  const seal = async (version: number, digest: string, note?: string) =>
    outcomeOf(
      (await db()).insert(results).values({
        eventId: made.national.id,
        version,
        snapshot: EMPTY,
        digest,
        note,
        sealedAt: AT,
        sealedBy: person.id,
      }),
    )
  expect(await seal(1, 'short')).toBe('results_digest')
  expect(await seal(1, 'a'.repeat(64))).toBe('accepted')
  expect(await seal(2, 'b'.repeat(64))).toBe('results_note')
  expect(await seal(2, 'b'.repeat(64), 'A ballot was set aside')).toBe('accepted')
})

test('a role sits on a node of its own kind', async () => {
  const person = await makePerson('Role')
  const give = async (row: Partial<typeof roleGrants.$inferInsert>) =>
    outcomeOf(
      (await db())
        .insert(roleGrants)
        .values({ personId: person.id, role: 'event-organizer', grantedAt: AT, ...row }),
    )
  expect(await give({ editionId: made.edition.id })).toBe('role_grants_node')
  expect(await give({ eventId: made.national.id, editionId: made.edition.id })).toBe('role_grants_node')
  expect(await give({ eventId: made.national.id })).toBe('accepted')
  expect(await give({ eventId: made.national.id })).toBe('role_grants_once')
})

test('an event is on the globe and ends after it starts', async () => {
  const change = async (values: Partial<typeof events.$inferInsert>) =>
    outcomeOf((await db()).update(events).set(values).where(eq(events.id, made.national.id)))
  expect(await change({ latitude: 91 })).toBe('events_place')
  expect(await change({ endsAt: made.national.startsAt })).toBe('events_dates')
  expect(await change({ country: 'az' })).toBe('events_country')
  expect(await change({ teamMin: 6 })).toBe('events_team_size')
  expect(await change({ parentId: made.national.id })).toBe('events_parent')
})
