import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isRefusal } from '@/domain/refusal'
import { readScoreFile } from '../score-file'
import type { Score } from '../tally'
import { companionOf, type Model, type ModelEntry } from './companion'

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
