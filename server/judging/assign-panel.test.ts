import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { assignments, auditEntries, ballots, setAsides } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { AssignmentInput } from '@/domain/judging/assignment/input'
import { findEventById } from '../events/find-event'
import { rankingOf } from '../ranking/ranking-of'
import { makeJury } from '../ranking/testing'
import { assignPanel } from './assign-panel'
import { closeScoring } from './close-scoring'
import { declareConflict } from './declare-conflict'
import { liftConflict } from './lift-conflict'
import { recordAbsence } from './record-absence'
import { recordConflict } from './record-conflict'
import { saveMarks } from './save-marks'
import { setBallotStatus } from './set-ballot-status'
import { panelState } from './shortfalls'
import { ADDRESS, AT, codeOf, done, mark } from './testing'
import { unseatJuror } from './unseat-juror'

testDatabase()
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => vi.useRealTimers())

const TEAMS = ['Ulduz', 'SkyWell', 'AgroSAR', 'Caspian', 'Orbit', 'Terra']
const PLAN = { perEntry: 3, seed: 'Baku 2018' }

/** Six teams before five jurors, three ballots a team. */
async function makePanel() {
  const jury = await makeJury(TEAMS, 5)
  const event = jury.national.id
  await (await db()).delete(assignments)
  const outcome = await done(assignPanel(jury.organizer, { event, ...PLAN }))
  const actorOf = (juror: string) => {
    const actor = jury.actors[jury.seats.findIndex(({ id }) => id === juror)]
    if (!actor) throw new Error('no such juror')
    return actor
  }
  const [gate = '', ...weighted] = jury.rubric.map(({ id }) => id)
  return { ...jury, event, outcome, actorOf, gate, weighted }
}

type Panel = Awaited<ReturnType<typeof makePanel>>

const pairs = async () =>
  (await (await db()).select({ juror: assignments.jurorId, entry: assignments.entryId }).from(assignments))
    .map(({ juror, entry }) => `${juror} ${entry}`)
    .sort()
const panelFor = async (entry: string) =>
  (await (await db()).select().from(ballots).where(eq(ballots.entryId, entry))).map(
    ({ jurorId, status }) => ({
      juror: jurorId,
      status,
    }),
  )
const deedsOf = async (action: string) =>
  (
    await (
      await db()
    )
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, action))
      .orderBy(auditEntries.ordinal)
  ).map(({ details }) => details)

async function submit(panel: Panel, juror: string, entry: string, value = 7) {
  const marks = panel.weighted.map((criterion) => mark(entry, criterion, value))
  await done(saveMarks(panel.actorOf(juror), { ...ADDRESS, marks }))
  await done(setBallotStatus(panel.actorOf(juror), { ...ADDRESS, entry, status: 'submitted' }))
}

test('deals so many ballots a team, evenly, the same for the same seed, and tells the audit what it dealt from', async () => {
  const { event, organizer, outcome, seats, entries } = await makePanel()
  expect(outcome).toEqual({ assigned: 18, opened: 18, removed: 0, shortfalls: [] })
  expect(await panelState(event)).toEqual({
    plan: PLAN,
    jurors: 5,
    entries: 6,
    ballots: 18,
    loads: [3, 4],
    shortfalls: [],
  })
  const first = await pairs()
  expect(await done(assignPanel(organizer, { event, ...PLAN }))).toMatchObject({ assigned: 0, removed: 0 })
  expect(await pairs()).toEqual(first)
  await done(assignPanel(organizer, { event, ...PLAN, seed: 'another' }))
  expect(await pairs()).not.toEqual(first)
  await done(assignPanel(organizer, { event, ...PLAN }))
  expect(await pairs()).toEqual(first)
  const [told] = await deedsOf('assign-panel')
  const input = told?.input as AssignmentInput
  expect(told).toMatchObject({ ...PLAN, assigned: 18, input: { ...PLAN, conflicts: [], fixed: [] } })
  expect(input.jurors.map(({ id }) => id).sort()).toEqual(seats.map(({ id }) => id).sort())
  expect(input.entries.map(({ id }) => id).sort()).toEqual([...entries].sort())
})

test('asks for a whole number of ballots that the jury can give, and for a seed', async () => {
  const { event, organizer } = await makePanel()
  const ask = (plan: object) => codeOf(assignPanel(organizer, { event, ...PLAN, ...plan }))
  expect(await ask({ perEntry: 0 })).toBe('ballots-a-team')
  expect(await ask({ perEntry: 2.5 })).toBe('ballots-a-team')
  expect(await ask({ perEntry: 6 })).toBe('panel-too-small')
  expect(await ask({ seed: ' \u200b' })).toBe('seed-missing')
  expect(await ask({ seed: 'x'.repeat(201) })).toBe('seed-long')
})

test('what was begun or submitted stays when the panel is dealt anew', async () => {
  const panel = await makePanel()
  const { event, organizer, entries } = panel
  const [begun, submitted] = [entries[0] ?? '', entries[1] ?? '']
  const [starter] = await panelFor(begun)
  const [finisher] = await panelFor(submitted)
  const one = [mark(begun, panel.weighted[0] ?? '', 6)]
  await done(saveMarks(panel.actorOf(starter?.juror ?? ''), { ...ADDRESS, marks: one }))
  await submit(panel, finisher?.juror ?? '', submitted)
  for (const seed of ['a', 'b', 'c', 'd']) {
    await done(assignPanel(organizer, { event, perEntry: 3, seed }))
    expect(await pairs()).toEqual(
      expect.arrayContaining([`${starter?.juror} ${begun}`, `${finisher?.juror} ${submitted}`]),
    )
    expect(await panelState(event)).toMatchObject({ ballots: 18, loads: [3, 4], shortfalls: [] })
  }
  await done(assignPanel(organizer, { event }))
  expect(await panelState(event)).toMatchObject({ plan: { perEntry: null }, ballots: 30, loads: [6, 6] })
  expect(await done(assignPanel(organizer, { event, ...PLAN }))).toMatchObject({ assigned: 0, removed: 12 })
})

test('a recusal asks another juror, and everybody else keeps their sheet', async () => {
  const panel = await makePanel()
  const { event, entries } = panel
  const entry = entries[0] ?? ''
  const [recused] = await panelFor(entry)
  const before = await pairs()
  const juror = recused?.juror ?? ''
  await done(
    setBallotStatus(panel.actorOf(juror), { ...ADDRESS, entry, status: 'recused', reason: 'My cousin' }),
  )
  const fresh = (await pairs()).filter((pair) => !before.includes(pair))
  expect(fresh).toHaveLength(1)
  expect(await pairs()).toEqual([...before, ...fresh].sort())
  expect(fresh[0]).toMatch(new RegExp(` ${entry}$`))
  expect(await panelFor(entry)).toHaveLength(4)
  expect(await panelState(event)).toMatchObject({ ballots: 18, shortfalls: [] })
  const [told] = await deedsOf('refill-panel')
  expect(told).toMatchObject({ ...PLAN, assigned: 1, shortfalls: [] })
  const input = told?.input as AssignmentInput
  expect(input.conflicts).toEqual([{ juror, entry }])
  expect(input.fixed).toHaveLength(17)
})

test('a conflict found later sets the begun ballot aside and asks another; lifting it asks nobody', async () => {
  const panel = await makePanel()
  const { event, organizer, entries } = panel
  const entry = entries[0] ?? ''
  const [one, two] = await panelFor(entry)
  const [begun, untouched] = [one?.juror ?? '', two?.juror ?? '']
  await submit(panel, begun, entry)
  const { conflict } = await done(
    recordConflict(organizer, { juror: begun, entry, reason: 'Taught two of them' }),
  )
  expect(await (await db()).select().from(setAsides)).toHaveLength(1)
  expect(await panelFor(entry)).toHaveLength(4)
  await done(declareConflict(panel.actorOf(untouched), { ...ADDRESS, entry, reason: 'A neighbour' }))
  expect(await panelFor(entry)).toHaveLength(4)
  expect((await panelFor(entry)).map(({ juror }) => juror)).not.toContain(untouched)
  expect(await panelState(event)).toMatchObject({ ballots: 18, shortfalls: [] })
  await done(liftConflict(organizer, { conflict, reason: 'Another teacher of that name' }))
  expect(await panelState(event)).toMatchObject({ ballots: 19, shortfalls: [] })
})

test('when nobody may take a ballot, the team is named, and no conflict fills it', async () => {
  const panel = await makePanel()
  const { event, organizer, seats, entries } = panel
  const entry = entries[2] ?? ''
  for (const { id: juror } of seats.slice(0, 3)) {
    await done(recordConflict(organizer, { juror, entry, reason: 'One family' }))
  }
  const shortfalls = [{ entry, team: 'AgroSAR', missing: 1 }]
  expect(await panelState(event)).toMatchObject({ ballots: 17, shortfalls })
  expect(await done(assignPanel(organizer, { event, ...PLAN }))).toMatchObject({ shortfalls })
  const met = await (await db())
    .select()
    .from(assignments)
    .where(and(eq(assignments.entryId, entry), eq(assignments.jurorId, seats[0]?.id ?? '')))
  expect(met).toEqual([])
})

test('a seat given up and an absence: the first is dealt at once, the second only when asked', async () => {
  const panel = await makePanel()
  const { event, organizer, seats, entries } = panel
  await done(unseatJuror(organizer, { juror: seats[4]?.id ?? '' }))
  expect(await panelState(event)).toMatchObject({ jurors: 4, ballots: 18, loads: [4, 5], shortfalls: [] })
  const entry = entries[0] ?? ''
  const [away] = await panelFor(entry)
  await done(recordAbsence(organizer, { juror: away?.juror ?? '', entry, reason: 'Left early' }))
  expect(await panelState(event)).toMatchObject({
    ballots: 17,
    shortfalls: [{ entry, team: 'Ulduz', missing: 1 }],
  })
  await done(assignPanel(organizer, { event, ...PLAN }))
  expect(await panelState(event)).toMatchObject({ ballots: 18, shortfalls: [] })
})

test('a sampled panel closes and is ranked by all teams in one; with too few ballots the gate holds', async () => {
  const panel = await makePanel()
  const { event, organizer, seats, entries } = panel
  for (const [level, entry] of entries.entries()) {
    for (const { juror } of await panelFor(entry)) await submit(panel, juror, entry, 9 - level)
  }
  const gatesOf = async () => {
    const found = await findEventById(event)
    if (!found) throw new Error('no event')
    const { ranking } = await rankingOf(found.event)
    return {
      order: ranking.ranking.map(({ entry }) => entry),
      blocks: ranking.gates.filter(({ level }) => level === 'BLOCK').map(({ code }) => code),
    }
  }
  expect(await gatesOf()).toEqual({ order: entries, blocks: [] })
  const [first] = await panelFor(entries[5] ?? '')
  for (const { id: juror } of seats) {
    if ((await panelFor(entries[5] ?? '')).some((one) => one.juror === juror)) continue
    await done(recordConflict(organizer, { juror, entry: entries[5] ?? '', reason: 'One family' }))
  }
  await done(
    recordConflict(organizer, { juror: first?.juror ?? '', entry: entries[5] ?? '', reason: 'One family' }),
  )
  expect(await gatesOf()).toEqual({ order: entries, blocks: ['TOO_FEW'] })
  expect(await done(closeScoring(organizer, { event }))).toEqual({ phase: 'deliberation' })
  const before = await pairs()
  await done(
    recordConflict(organizer, { juror: first?.juror ?? '', entry: entries[0] ?? '', reason: 'Late' }),
  )
  expect(await pairs()).toEqual(before)
})

test('two separate juries of one event are told apart by the gate', async () => {
  const panel = await makePanel()
  const { event, organizer, seats, entries } = panel
  const [left, right] = [entries.slice(0, 3), entries.slice(3)]
  for (const [place, { id: juror }] of seats.entries()) {
    for (const entry of place < 2 ? right : left) {
      await done(recordConflict(organizer, { juror, entry, reason: 'Another room' }))
    }
  }
  for (const entry of entries) {
    for (const { juror } of await panelFor(entry)) await submit(panel, juror, entry)
  }
  const found = await findEventById(event)
  const { ranking } = found ? await rankingOf(found.event) : { ranking: null }
  expect(ranking?.gates.map(({ code }) => code)).toEqual(expect.arrayContaining(['DISCONNECTED', 'TOO_FEW']))
})
