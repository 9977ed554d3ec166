import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isRefusal } from '@/domain/refusal'
import { designOf } from '../design'
import { readScoreFile } from '../score-file'
import { inOrder, type Score } from '../tally'
import { companionOf, type Model, type ModelEntry } from './companion'
import { effectsOf } from './effects'
import { panelOfScores } from './mixed-model'
import { fitByReml } from './reml'

const folder = `${import.meta.dirname}/../reference`
const numbers = z.record(z.string(), z.number())
const answerShape = z.object({
  n: z.number(),
  components: z.number(),
  mixed: z.union([
    z.object({ error: z.string() }),
    z.object({
      var_entrant: z.number(),
      var_juror: z.number(),
      var_resid: z.number(),
      intercept: z.number(),
      reml_criterion: z.number(),
      singular: z.boolean(),
      entrant_blup: numbers,
      juror_blup: numbers,
    }),
  ]),
  posterior: z.object({ se: numbers, p_first: numbers, p_top3: numbers, expected_rank: numbers }).optional(),
  reliability: z
    .object({ icc_single: z.number(), icc_single_consistency: z.number(), mean_pev_reliability: z.number() })
    .optional(),
})
const { _meta, ...answers } = JSON.parse(readFileSync(`${folder}/reference.json`, 'utf8'))
const reference = Object.entries(z.record(z.string(), answerShape).parse(answers))

function scoresOf(name: string): readonly Score[] {
  const sheet = readScoreFile(readFileSync(`${folder}/${name}.csv`, 'utf8'))
  if (isRefusal(sheet)) throw new Error(sheet.code)
  return sheet.scores
}

const companion = (scores: readonly Score[], seed = 'a seed') =>
  companionOf({ scores, leaders: [], top: 3, seed }).components

function modelOf(scores: readonly Score[], seed?: string): Model {
  const model = companion(scores, seed)[0]?.model
  if (!model?.available) throw new Error(model?.reason)
  return model
}

const near = (value: number, tolerance: number) => (found: unknown) =>
  typeof found === 'number' && Math.abs(found - value) <= tolerance

/** Whole records compared, each figure within its tolerance. */
function expectNear(found: Record<string, number>, expected: Record<string, number>, tolerance: number) {
  expect(found).toEqual(
    Object.fromEntries(
      Object.entries(expected).map(([id, value]) => [
        id,
        expect.toSatisfy(near(value, tolerance), `${id} near ${value}`),
      ]),
    ),
  )
}

const by = <T extends { readonly id: string }>(items: readonly T[], value: (item: T) => number) =>
  Object.fromEntries(items.map((item) => [item.id, value(item)]))

const fitted = reference.flatMap(([name, { components, mixed, posterior, reliability }]) =>
  'error' in mixed || !posterior || !reliability || components > 1
    ? []
    : [[name, { mixed, posterior, reliability }] as const],
)

test('every data set with a posterior is compared, but the one of two rooms', () => {
  expect(fitted.map(([name]) => name)).toEqual([
    'hand-3x3-recusals',
    'shrout-fleiss-1979',
    'skating-totals-complete',
    'skating-totals-sparse-k4',
    'synthetic-sparse-24x12-k5',
    'synthetic-weak-bridge',
    'degenerate-constant-juror',
    'degenerate-exact-ties',
    'degenerate-juror-one-score',
  ])
})

describe.each(fitted)('%s as lme4 has it', (name, { mixed, posterior, reliability }) => {
  const model = modelOf(scoresOf(name))

  test('criterion, variances and what they share', () => {
    expect(Math.abs(model.criterion / mixed.reml_criterion - 1)).toBeLessThan(1e-8)
    const whole = mixed.var_entrant + mixed.var_juror + mixed.var_resid
    expectNear(
      { ...model.shares, consistency: model.iccConsistency },
      {
        entry: reliability.icc_single,
        juror: mixed.var_juror / whole,
        residual: mixed.var_resid / whole,
        consistency: reliability.icc_single_consistency,
      },
      2e-4,
    )
    expectNear({ whole: sum(model.variances) / whole }, { whole: 1 }, 2e-4)
    expect(model.variances.juror === 0).toBe(mixed.singular)
  })

  test('effects of entries and jurors, and their standard errors', () => {
    expectNear({ mean: model.mean }, { mean: mixed.intercept }, 5e-4)
    expectNear(
      by(model.entries, ({ effect }) => effect),
      mixed.entrant_blup,
      5e-4,
    )
    expectNear(
      by(model.jurors, ({ effect }) => effect),
      mixed.juror_blup,
      5e-4,
    )
    expectNear(
      by(model.entries, ({ se }) => se),
      posterior.se,
      5e-4,
    )
    const kept = model.entries.map(({ se }) => 1 - se ** 2 / model.variances.entry)
    expectNear(
      { reliability: kept.reduce((a, b) => a + b, 0) / kept.length },
      { reliability: reliability.mean_pev_reliability },
      5e-4,
    )
  })

  test('chances of the ranks', () => {
    const figures = (value: (entry: ModelEntry) => number) => by(model.entries, value)
    expectNear(
      figures(({ pFirst }) => pFirst),
      posterior.p_first,
      0.015,
    )
    expectNear(
      figures(({ pTop }) => pTop),
      posterior.p_top3,
      0.015,
    )
    // A mean of ranks, not a chance: within what 20,000 draws of this many ranks leave open.
    expectNear(
      figures(({ expectedRank }) => expectedRank),
      posterior.expected_rank,
      0.1,
    )
    for (const { interval, expectedRank } of model.entries) {
      expect(interval[0]).toBeLessThanOrEqual(Math.ceil(expectedRank))
      expect(interval[1]).toBeGreaterThanOrEqual(Math.floor(expectedRank))
    }
  })
})

const sum = (values: object) => Object.values(values).reduce((a, b) => a + b, 0)

describe('what cannot be said is said in words', () => {
  const score = (text: string): Score => {
    const [juror = '', entry = '', value] = text.split(' ')
    return { juror, entry, value: Number(value) }
  }
  const perfect = ['J1 A 8', 'J1 B 6', 'J1 C 3', 'J2 A 7', 'J2 B 5', 'J2 C 2'].map(score)
  const tree = ['J1 A 8', 'J1 B 6', 'J2 B 5', 'J2 C 2'].map(score)
  const oneEntry = ['J1 A 8', 'J2 A 5', 'J3 A 2'].map(score)
  test.each([
    ['a single juror', scoresOf('degenerate-single-juror'), 'few-jurors'],
    ['a single entry', oneEntry, 'few-entries'],
    ['all equal', scoresOf('degenerate-all-equal'), 'all-equal'],
    ['no ballot to spare', tree, 'few-ballots'],
    ['jurors who differ by a constant', perfect, 'no-noise'],
  ])('%s', (_, scores, reason) => {
    expect(companion(scores)).toMatchObject([{ model: { available: false, reason }, tooClose: [] }])
  })
  test('no ballot at all', () => expect(companion([])).toEqual([]))

  test('two rooms: each by itself, as if the other were not there', () => {
    const scores = scoresOf('synthetic-disconnected-two-rooms')
    const rooms = companion(scores)
    expect(rooms.map(({ leader, entries }) => [leader, entries.length])).toEqual([
      ['T02', 6],
      ['T10', 6],
    ])
    const second = scores.filter(({ entry }) => rooms[1]?.entries.includes(entry))
    const alone = modelOf(second)
    const beside = rooms[1]?.model
    expect(beside).toMatchObject({ available: true, variances: alone.variances, criterion: alone.criterion })
    for (const { model } of rooms)
      expect(model.available ? model.entries.reduce((sum, { pFirst }) => sum + pFirst, 0) : null).toBeCloseTo(
        1,
      )
  })
})

describe('the draws', () => {
  const scores = scoresOf('synthetic-sparse-24x12-k5')
  test('are the same for the same seed in whatever order the ballots come, and others for another', () => {
    expect(companion(scores.toReversed())).toEqual(companion(scores))
    const first = (seed: string) => modelOf(scores, seed).entries.map(({ pFirst }) => pFirst)
    expect(first('another')).not.toEqual(first('a seed'))
  })

  test('leave each rank as likely as any other when the entries do not differ at all', () => {
    // Each entry has the same mean: the variance of the entries is estimated as 0.
    const square = [0, 1, 2, 3].flatMap((row) =>
      [0, 1, 2, 3].map((juror) => ({ juror: `J${juror}`, entry: `E${row}`, value: (row + juror) % 4 })),
    )
    const model = modelOf(square)
    expect(model.variances.entry).toBe(0)
    for (const { pFirst, expectedRank, interval, effect, se } of model.entries) {
      expect([pFirst, expectedRank]).toEqual([expect.closeTo(0.25, 1), expect.closeTo(2.5, 1)])
      expect({ interval, effect, se }).toEqual({ interval: [1, 4], effect: expect.closeTo(0), se: 0 })
    }
  })
})

test('a constant for every ballot and another unit change no chance and no share', () => {
  const scores = scoresOf('skating-totals-sparse-k4')
  const [plain, other] = [scores, scores.map((score) => ({ ...score, value: 1000 + score.value * 8 }))].map(
    (given) => modelOf(given),
  )
  expect(other?.shares.entry).toBeCloseTo(plain?.shares.entry ?? Number.NaN, 5)
  const chances = (model?: Model) => model?.entries.map(({ pFirst }) => expect.closeTo(pFirst, 2))
  expect(other?.entries.map(({ pFirst }) => pFirst)).toEqual(chances(plain))
})

test('two rooms in one: the sums are those of lme4, though nobody is told, since no ballot compares the rooms', () => {
  const name = 'synthetic-disconnected-two-rooms'
  const mixed = reference.find(([found]) => found === name)?.[1].mixed
  if (!mixed || 'error' in mixed) throw new Error('no answer')
  const scores = scoresOf(name)
  const design = designOf(scores)
  const panel = panelOfScores(
    design,
    inOrder(design, (ballot) => scores[ballot]?.value ?? 0),
  )
  const fit = fitByReml(panel)
  expect(Math.abs(fit.criterion / mixed.reml_criterion - 1)).toBeLessThan(1e-8)
  const share = (entry: number, juror: number, residual: number) => {
    const whole = entry + juror + residual
    return { entry: entry / whole, juror: juror / whole, residual: residual / whole }
  }
  const { entry, juror, residual } = fit.variances
  expectNear(share(entry, juror, residual), share(mixed.var_entrant, mixed.var_juror, mixed.var_resid), 2e-4)
  const { entries, jurors } = effectsOf(panel, fit)
  const named = (ids: readonly string[], effects: Float64Array) =>
    Object.fromEntries(ids.map((id, at) => [id, effects[at] ?? Number.NaN]))
  expectNear(named(design.entries, entries.effect), mixed.entrant_blup, 5e-4)
  expectNear(named(design.jurors, jurors.effect), mixed.juror_blup, 5e-4)
})

test('whatever the ballots, each figure is a number and the chances of being first make one', () => {
  const ballots = fc.uniqueArray(
    fc.record({
      juror: fc.integer({ min: 1, max: 4 }).map((at) => `J${at}`),
      entry: fc.integer({ min: 1, max: 5 }).map((at) => `E${at}`),
      value: fc.oneof(fc.constantFrom(0, 1, 1e-7, 1e9), fc.double({ min: 0, max: 100, noNaN: true })),
    }),
    { selector: ({ juror, entry }) => `${juror} ${entry}`, minLength: 1, maxLength: 20 },
  )
  const finite = (value: unknown): boolean =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value !== 'object' || value === null || Object.values(value).every(finite)
  fc.assert(
    fc.property(ballots, (scores) => {
      for (const component of companion(scores)) {
        expect(component).toSatisfy(finite)
        const { model } = component
        if (!model.available) continue
        expect(model.entries.reduce((sum, { pFirst }) => sum + pFirst, 0)).toBeCloseTo(1, 9)
      }
    }),
    { numRuns: 60 },
  )
})
