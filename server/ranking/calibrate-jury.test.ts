import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEntries, entries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal, refuse } from '@/domain/refusal'
import { closeScoring } from '../judging/close-scoring'
import { nobody } from '../session'
import { type Calibration, calibrateJury } from './calibrate-jury'
import { computeRanking } from './compute-ranking'
import { sealResult } from './seal-result'
import { castBallot, makeJury } from './testing'

testDatabase()

const NAMES = ['Ulduz', 'SkyWell', 'AgroSAR', 'Kür', 'Lələ Nav', 'OrbitGrid', 'Neft Eye', 'Seismo-24']
const LEVELS = [8, 3, 6, 9, 2, 7, 4, 5]
/** How far each juror is from a team's level: the second loses patience, the third is generous and errs about Kür. */
const OFF = [
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0.5, 0.5, 0, 0, 0, 0, -0.5, -0.5],
  [1, 1, 1, -6, 1, 1, 1, 1],
  [0, 0, 0.5, 0, 0, 0.5, 0, 0],
]

async function judged() {
  const jury = await makeJury(NAMES, OFF.length)
  for (const [at, { id }] of jury.seats.entries())
    for (const [team, entry] of jury.entries.entries()) {
      const level = (LEVELS[team] ?? 0) + (OFF[at]?.[team] ?? 0)
      await castBallot(jury.rubric, id, entry, [1, level, level, level, level])
    }
  const [president, second] = jury.actors
  if (!president || !second) throw new Error('no jury')
  return { ...jury, event: jury.national.id, president, second }
}

const looks = async () => {
  const action = eq(auditEntries.action, 'look-at-ranking')
  const looked = await (await db()).select().from(auditEntries).where(action).orderBy(auditEntries.ordinal)
  return looked.map(({ actorId }) => actorId)
}

async function seenBy(...[actor, input]: Parameters<typeof calibrateJury>): Promise<Calibration> {
  const seen = await calibrateJury(actor, input)
  if (isRefusal(seen)) throw new Error(seen.code)
  return seen
}

test('organizer and president see how each juror gave, in the order of pitches, and each look is written down', async () => {
  const { event, organizer, president, seats, entries: entered } = await judged()
  const seen = await seenBy(organizer, { event })
  expect(await calibrateJury(president, { event })).toEqual(seen)
  expect(await looks()).toEqual([organizer.personId, president.personId])

  const { found, entries: shown, jurors, ballots, silent } = seen
  expect([found.event.id, ballots, silent]).toEqual([event, 32, []])
  expect(shown).toEqual(NAMES.map((team, at) => ({ id: entered[at], team, position: at + 1 })))
  expect(jurors.map(({ id, office, n, warnings }) => [id, office, n, warnings])).toEqual(
    seats.map(({ id, office }) => [id, office, 8, []]),
  )
  // In a complete panel the juror's effect is the own mean less the panel's: all means add up to 0.
  const means = OFF.map((off) => (10 * off.reduce((sum, by) => sum + by, 0)) / 8)
  const panel = means.reduce((sum, mean) => sum + mean, 0) / 4
  expect(jurors.map(({ effect }) => effect)).toEqual(means.map((mean) => expect.closeTo(mean - panel, 9)))
  for (const { estimate, effect } of jurors)
    expect(Math.abs(estimate?.effect ?? Number.NaN)).toBeLessThanOrEqual(Math.abs(effect ?? 0))
  const slopes = jurors.map(({ slope }) => slope?.slope ?? Number.NaN)
  expect(slopes[1]).toBeLessThan(-1)
  expect(slopes.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 9)
  const [, , third] = jurors
  // −60 against the own mean of +1.25, of which the team's (−15) and the panel's (+0.625) are none of the residual.
  expect(third?.residuals?.filter(({ outlier }) => outlier)).toEqual([
    { entry: entered[3], residual: -45.6, outlier: true },
  ])
})

test('no rank, no fair average and no total is among what they see', async () => {
  const { event, organizer } = await judged()
  const look = await computeRanking(organizer, { event })
  if (isRefusal(look)) throw new Error(look.code)
  const { found: _, ...seen } = await seenBy(organizer, { event })
  expect(Object.keys(seen).sort()).toEqual(['ballots', 'entries', 'jurors', 'silent'])
  const keys = new Set<string>()
  const figures = new Set<number>()
  JSON.parse(JSON.stringify(seen), (key, value) => {
    if (!/^\d*$/.test(key)) keys.add(key)
    if (typeof value === 'number') figures.add(Math.round(Math.abs(value) * 10) / 10)
    return value
  })
  expect([...keys].filter((key) => /rank|score|raw|fair|total|mean|mark/i.test(key))).toEqual([])
  for (const { score } of look.ranking.ranking)
    expect([...figures].filter((figure) => figure >= 30 && Math.abs(figure - score) < 0.06)).toEqual([])
})

test('everybody else is answered as if there were no such event, and nothing is written', async () => {
  const { event, organizer, second, captains, neighbour, stranger } = await judged()
  const [captain = stranger] = captains
  for (const actor of [second, captain, neighbour, stranger, nobody()])
    expect(await calibrateJury(actor, { event })).toEqual(refuse('not-found'))
  const nowhere = '01890000-0000-7000-8000-000000000000'
  expect(await calibrateJury(organizer, { event: nowhere })).toEqual(refuse('not-found'))
  expect(await looks()).toEqual([])
})

test('residuals that would tell the ranking stay behind: those of who gave everybody the same', async () => {
  const { rubric, seats, entries: entered, national, organizer } = await makeJury(NAMES.slice(0, 4))
  const given = [
    [8, 3, 6, 9],
    [7, 4, 6, 8],
    [5, 5, 5, 5],
  ]
  for (const [at, { id }] of seats.entries())
    for (const [team, entry] of entered.entries()) {
      const level = given[at]?.[team] ?? 0
      await castBallot(rubric, id, entry, [1, level, level, level, level])
    }
  const { jurors } = await seenBy(organizer, { event: national.id })
  // Of so few what the others leave is the same upside down.
  expect(jurors.map(({ warnings, residuals }) => [warnings, residuals])).toEqual([
    [[], null],
    [[], null],
    [['CONSTANT_JUROR'], null],
  ])
})

test('before the first ballot, and without a draw, it says so and nothing is computed of nothing', async () => {
  const jury = await makeJury(NAMES.slice(0, 3))
  const [president] = jury.actors
  if (!president) throw new Error('no president')
  const event = jury.national.id
  expect(await calibrateJury(president, { event })).toMatchObject({ code: 'condition-see-ranking' })
  const nothing = { n: 0, sd: null, effect: null, estimate: null, sigma: null, slope: null }
  expect(await seenBy(jury.organizer, { event })).toEqual({
    found: expect.objectContaining({ event: expect.objectContaining({ id: event }) }),
    ...{ ballots: 0, entries: [], silent: [] },
    jurors: jury.seats.map(({ id, office }) => ({ id, office, ...nothing, warnings: [], residuals: [] })),
  })
  await (await db()).update(entries).set({ pitchOrder: null })
  for (const entry of jury.entries)
    await castBallot(jury.rubric, jury.seats[0]?.id ?? '', entry, [1, 5, 5, 5, 5])
  const alone = await seenBy(jury.organizer, { event })
  expect(alone.silent).toEqual(['few-jurors'])
  expect(alone.entries.map(({ team, position }) => [team, position])).toEqual([
    ['AgroSAR', null],
    ['SkyWell', null],
    ['Ulduz', null],
  ])
  expect(alone.jurors.map(({ slope }) => slope)).toEqual([null, null, null])
})

test('once sealed a look is no longer written down', async () => {
  const { event, organizer, president } = await judged()
  await closeScoring(organizer, { event })
  await sealResult(president, { event })
  const before = await looks()
  expect(await calibrateJury(organizer, { event })).toMatchObject({ ballots: 32 })
  expect(await looks()).toEqual(before)
})
