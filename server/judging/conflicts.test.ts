import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makeOrganization, makePerson } from '@/db/factories'
import { assignments, ballots, conflicts, jurors, setAsides, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { assignPanel } from './assign-panel'
import { declareConflict } from './declare-conflict'
import { liftConflict } from './lift-conflict'
import { makePresident } from './make-president'
import { recordConflict } from './record-conflict'
import { refreshConflicts } from './refresh-conflicts'
import { saveMarks } from './save-marks'
import { seatJuror } from './seat-juror'
import { ADDRESS, AT, codeOf, done, makeEntry, makeJury, mark } from './testing'
import { unseatJuror } from './unseat-juror'

testDatabase()
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => vi.useRealTimers())

const standing = async (juror: string) =>
  (await db())
    .select({ kind: conflicts.kind, entry: conflicts.entryId, id: conflicts.id })
    .from(conflicts)
    .where(and(eq(conflicts.jurorId, juror), isNull(conflicts.liftedAt)))
const sheets = async (juror: string) =>
  (await (await db()).select().from(ballots).where(eq(ballots.jurorId, juror))).map(({ entryId }) => entryId)
const aside = async () =>
  (await (await db()).select().from(setAsides).where(isNull(setAsides.liftedAt))).map(({ reason }) => reason)

test('the panel is complete but for the conflicts, and assigning again changes nothing', async () => {
  const jury = await makeJury()
  expect((await sheets(jury.president.juror)).sort()).toEqual([jury.ulduz.entry, jury.oil.entry].sort())
  expect(await sheets(jury.rector.juror)).toEqual([jury.ulduz.entry])
  expect(await standing(jury.rector.juror)).toMatchObject([{ kind: 'institution', entry: jury.oil.entry }])
  const late = await makeEntry(jury.event, 'late', jury.ada.id)
  const shortfalls = [{ entry: jury.oil.entry, team: 'oil', missing: 1 }]
  expect(await done(assignPanel(jury.organizer, { event: jury.event }))).toEqual({
    assigned: 2,
    opened: 2,
    removed: 0,
    shortfalls,
  })
  expect(await done(assignPanel(jury.organizer, { event: jury.event }))).toEqual({
    assigned: 0,
    opened: 0,
    removed: 0,
    shortfalls,
  })
  expect(await sheets(jury.rector.juror)).toContain(late.entry)
  expect(await codeOf(assignPanel(jury.neighbour, { event: jury.event }))).toBe('not-found')
})

test('a conflict that appears before any mark takes the ballot away, and gives it back when it ends', async () => {
  const jury = await makeJury()
  const { team, entry } = jury.ulduz
  await (await db()).update(teams).set({ institutionId: jury.ufaz.id }).where(eq(teams.id, team))
  await refreshConflicts(jury.event)
  expect(await sheets(jury.rector.juror)).toEqual([])
  await (await db()).update(teams).set({ institutionId: jury.ada.id }).where(eq(teams.id, team))
  await refreshConflicts(jury.event)
  expect(await sheets(jury.rector.juror)).toEqual([entry])
})

test('one that appears after scoring began sets the ballot aside, with its reason, until it is lifted', async () => {
  const jury = await makeJury()
  const { team, entry } = jury.ulduz
  const marks = [mark(entry, jury.weighted[0] ?? '', 7)]
  await done(saveMarks(jury.rector.actor, { ...ADDRESS, marks }))
  await (await db()).update(teams).set({ institutionId: jury.ufaz.id }).where(eq(teams.id, team))
  await refreshConflicts(jury.event)
  expect(await aside()).toEqual([
    'This seat’s organization and UFAZ are the same, or one is a part of the other.',
  ])
  const more = [mark(entry, jury.weighted[1] ?? '', 7)]
  const refused = await done(saveMarks(jury.rector.actor, { ...ADDRESS, marks: more }))
  expect(refused.rejected.map(({ refusal }) => refusal.code)).toEqual(['entry-conflicted'])
  const [conflict] = (await standing(jury.rector.juror)).filter((one) => one.entry === entry)
  const lift = { conflict: conflict?.id ?? '', reason: 'They left UFAZ years ago' }
  expect(await codeOf(liftConflict(jury.rector.actor, lift))).toBe('not-allowed')
  await done(liftConflict(jury.organizer, lift))
  expect(await codeOf(liftConflict(jury.organizer, lift))).toBe('lost-conflict')
  expect(await aside()).toEqual([])
  await refreshConflicts(jury.event)
  expect(await aside()).toEqual([])
})

test('a juror declares a conflict; nobody lifts their own', async () => {
  const jury = await makeJury()
  const said = { ...ADDRESS, entry: jury.ulduz.entry, reason: 'My brother is in the team' }
  expect(await codeOf(declareConflict(jury.stranger, said))).toBe('not-found')
  expect(await codeOf(declareConflict(jury.president.actor, { ...said, reason: '' }))).toBe('reason-missing')
  const { conflict } = await done(declareConflict(jury.president.actor, said))
  expect(await codeOf(declareConflict(jury.president.actor, said))).toBe('conflict-known')
  expect(await sheets(jury.president.juror)).toEqual([jury.oil.entry])
  expect(await codeOf(liftConflict(jury.president.actor, { conflict, reason: 'None any more' }))).toBe(
    'conflict-own',
  )
  await done(liftConflict(jury.organizer, { conflict, reason: 'A mistake' }))
  expect(await sheets(jury.president.juror)).toHaveLength(2)
})

test('the president records a conflict for another seat', async () => {
  const jury = await makeJury()
  const said = { juror: jury.rector.juror, entry: jury.ulduz.entry, reason: 'Advises them' }
  await done(recordConflict(jury.president.actor, said))
  expect(await sheets(jury.rector.juror)).toEqual([])
  expect(await codeOf(recordConflict(jury.president.actor, { ...said, entry: jury.event }))).toBe('not-found')
})

test('seats: one a person, none for who competes, one president, an office that can be read', async () => {
  const jury = await makeJury()
  const { event, organizer } = jury
  const person = (await makePerson('Late')).id
  const seat = { event, office: 'Bakcell', person }
  const { juror } = await done(seatJuror(organizer, seat))
  expect(await codeOf(seatJuror(organizer, seat))).toBe('seat-taken')
  expect(await codeOf(seatJuror(organizer, { event, office: '\u200b' }))).toBe('office-missing')
  expect(await codeOf(seatJuror(organizer, { event, office: 'Two', president: true }))).toBe(
    'president-seated',
  )
  expect(await codeOf(seatJuror(organizer, { event, office: 'X', person: 'nobody' }))).toBe('person-unknown')
  expect(await codeOf(seatJuror(organizer, { event, office: 'X', organization: event }))).toBe(
    'organization-unknown',
  )
  await done(makePresident(organizer, { juror }))
  const presiding = await (await db()).select().from(jurors).where(eq(jurors.president, true))
  expect(presiding.map(({ id }) => id)).toEqual([juror])
  await done(unseatJuror(organizer, { juror }))
  expect(await codeOf(unseatJuror(organizer, { juror }))).toBe('not-found')
  await done(
    saveMarks(jury.rector.actor, { ...ADDRESS, marks: [mark(jury.ulduz.entry, jury.weighted[0] ?? '', 7)] }),
  )
  expect(await codeOf(unseatJuror(organizer, { juror: jury.rector.juror }))).toBe('juror-has-scored')
})

test('two seatings of one person at once: one seat', async () => {
  const jury = await makeJury()
  const organization = (await makeOrganization('late')).id
  const seat = { event: jury.event, office: 'Bakcell', person: (await makePerson('Late')).id, organization }
  const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(seatJuror(jury.organizer, seat))))
  expect(outcomes.filter((one) => one === 'seat-taken')).toHaveLength(2)
})

test('no ballot stands across a conflict, however the assignments race with a declaration', async () => {
  const jury = await makeJury()
  const said = { ...ADDRESS, entry: jury.ulduz.entry, reason: 'A relative' }
  await Promise.all([
    declareConflict(jury.president.actor, said),
    assignPanel(jury.organizer, { event: jury.event }),
    assignPanel(jury.organizer, { event: jury.event }),
  ])
  expect(await sheets(jury.president.juror)).toEqual([jury.oil.entry])
  expect(await (await db()).$count(assignments)).toBe(2)
})
