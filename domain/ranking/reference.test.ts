import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isRefusal } from '@/domain/refusal'
import { rankTotals, type TotalsRanking } from './rank-totals'
import { competitionRanks } from './ranks'
import { readScoreFile } from './score-file'

const folder = `${import.meta.dirname}/reference`
const numbers = z.record(z.string(), z.number())
const answerShape = z.object({
  n: z.number(),
  entrants: z.number(),
  jurors: z.number(),
  components: z.number(),
  component_members: z
    .array(z.object({ entrants: z.array(z.string()), jurors: z.array(z.string()) }))
    .optional(),
  raw_mean: z.object({ score: numbers, rank: numbers }),
  juror_summary: z.object({ mean: numbers, sd: numbers, n: numbers }),
  additive_ls: z.union([
    z.object({ error: z.string() }),
    z.object({
      fair_average: numbers,
      rank: numbers,
      juror_effect: numbers,
      rss: z.number(),
      df_resid: z.number(),
      sigma: z.number(),
      max_abs_diff_vs_raw: z.number(),
      se: numbers,
    }),
  ]),
})
const { _meta, ...answers } = JSON.parse(readFileSync(`${folder}/reference.json`, 'utf8'))
const reference = Object.entries(z.record(z.string(), answerShape).parse(answers))

function ranked(name: string): TotalsRanking {
  const sheet = readScoreFile(readFileSync(`${folder}/${name}.csv`, 'utf8'))
  if (isRefusal(sheet)) throw new Error(sheet.code)
  return rankTotals(sheet)
}

/** Whole records compared, each figure within the tolerance of the reference. */
function expectNear(found: Record<string, number | null>, expected: Record<string, number>) {
  expect(found).toEqual(
    Object.fromEntries(
      Object.entries(expected).map(([id, value]) => [
        id,
        expect.toSatisfy(near(value), `${id} near ${value}`),
      ]),
    ),
  )
}
const near = (value: number) => (found: unknown) =>
  typeof found === 'number' && Math.abs(found - value) <= 1e-6

const by = <T extends { readonly id: string }, V>(items: readonly T[], value: (item: T) => V) =>
  Object.fromEntries(items.map((item) => [item.id, value(item)]))

test('every data set of the reference is read', () => {
  expect(reference.map(([name]) => name).sort()).toEqual([
    'degenerate-all-equal',
    'degenerate-constant-juror',
    'degenerate-exact-ties',
    'degenerate-juror-one-score',
    'degenerate-single-juror',
    'hand-3x3-recusals',
    'shrout-fleiss-1979',
    'skating-totals-complete',
    'skating-totals-sparse-k4',
    'synthetic-disconnected-two-rooms',
    'synthetic-sparse-24x12-k5',
    'synthetic-weak-bridge',
  ])
})

describe.each(reference)('%s', (name, answer) => {
  const found = ranked(name)

  test('counts', () => {
    expect({
      n: found.jurors.reduce((sum, { n }) => sum + n, 0),
      entrants: found.entries.length,
      jurors: found.jurors.length,
      components: found.components.length,
    }).toEqual({
      n: answer.n,
      entrants: answer.entrants,
      jurors: answer.jurors,
      components: answer.components,
    })
  })

  test('raw means, their ranks and what each juror gave', () => {
    expectNear(
      by(found.entries, ({ raw }) => raw),
      answer.raw_mean.score,
    )
    const ranks = competitionRanks(found.entries.map(({ raw }) => raw))
    expect(Object.fromEntries(found.entries.map(({ id }, place) => [id, ranks[place]]))).toEqual(
      answer.raw_mean.rank,
    )
    expectNear(
      by(found.jurors, ({ mean }) => mean),
      answer.juror_summary.mean,
    )
    expectNear(
      by(found.jurors, ({ sd }) => sd),
      answer.juror_summary.sd,
    )
    expect(by(found.jurors, ({ n }) => n)).toEqual(answer.juror_summary.n)
  })
})

const fitted = reference.flatMap(([name, { additive_ls: fit }]) =>
  'error' in fit ? [] : [[name, fit] as const],
)

test.each(fitted)('%s: fair average, rank, juror effects and their precision', (name, fit) => {
  const { entries, jurors, components } = ranked(name)
  expectNear(
    by(entries, ({ score }) => score),
    fit.fair_average,
  )
  expect(by(entries, ({ rank }) => rank)).toEqual(fit.rank)
  expectNear(
    by(jurors, ({ effect }) => effect),
    fit.juror_effect,
  )
  expectNear(
    by(entries, ({ se }) => se),
    fit.se,
  )
  const [{ rss, df, sigma } = { rss: -1, df: -1, sigma: -1 }] = components
  const furthest = Math.max(...entries.map(({ severity }) => Math.abs(severity)))
  expectNear(
    { rss, df, sigma, furthest },
    { rss: fit.rss, df: fit.df_resid, sigma: fit.sigma, furthest: fit.max_abs_diff_vs_raw },
  )
})

const parted = reference.flatMap(([name, { component_members: parts }]) =>
  parts ? [[name, parts] as const] : [],
)

test.each(parted)('%s: components', (name, members) => {
  const { components } = ranked(name)
  expect(components.map(({ entries, jurors }) => ({ entrants: entries, jurors }))).toEqual(members)
})

describe('what is expected of each awkward design', () => {
  const codes = (name: string) => ranked(name).gates.map(({ code }) => code)
  const ranks = (name: string) => by(ranked(name).entries, ({ rank }) => rank)

  test('all equal: all share the first rank, and no place can be given before a decision', () => {
    const { entries, gates } = ranked('degenerate-all-equal')
    expect(by(entries, ({ rank }) => rank)).toEqual({ A: 1, B: 1, C: 1 })
    expect(gates.find(({ level }) => level === 'BLOCK')).toEqual({
      level: 'BLOCK',
      code: 'TIED_PLACE',
      detail: { rank: 1, entries: ['A', 'B', 'C'], promotes: false, decider: null },
    })
  })

  test('a constant juror is flagged and stays in the result', () => {
    const { gates, jurors } = ranked('degenerate-constant-juror')
    expect(gates).toEqual([
      { level: 'WARN', code: 'CONSTANT_JUROR', detail: { juror: 'J2', n: 4, score: 9 } },
    ])
    expect(jurors.map(({ id }) => id)).toEqual(['J1', 'J2', 'J3'])
  })

  test('exact ties stay ties: no winner is invented', () => {
    const { entries, ties } = ranked('degenerate-exact-ties')
    expect(by(entries, ({ rank }) => rank)).toEqual({ A: 1, B: 1, C: 1, D: 4 })
    expect(ties).toEqual([
      {
        rank: 1,
        entries: ['A', 'B', 'C'],
        shared: [{ rank: 1, entries: ['A', 'B', 'C'], confirmedBy: null }],
      },
    ])
  })

  test('a juror with one score changes no difference', () => {
    expect(ranks('degenerate-juror-one-score')).toEqual({ D: 1, B: 2, A: 3, C: 4 })
    const { gates, entries } = ranked('degenerate-juror-one-score')
    expect(gates.filter(({ level }) => level === 'WARN')).toEqual([
      { level: 'WARN', code: 'THIN_JUROR', detail: { juror: 'J3', n: 1 } },
    ])
    const score = by(entries, ({ score }) => score)
    const differences = (of: Record<string, number>) => [
      (of.B ?? 0) - (of.A ?? 0),
      (of.D ?? 0) - (of.A ?? 0),
      (of.A ?? 0) - (of.C ?? 0),
    ]
    const text = readFileSync(`${folder}/degenerate-juror-one-score.csv`, 'utf8')
    const without = readScoreFile(text.replace(/^"J3".*$/m, ''))
    if (isRefusal(without)) throw new Error(without.code)
    const expected = [2 / 3, 1, 1].map((value) => expect.closeTo(value, 9))
    expect(differences(score)).toEqual(expected)
    expect(differences(by(rankTotals(without).entries, ({ score }) => score))).toEqual(expected)
  })

  test('a single juror is flagged and the fair average is the score', () => {
    const { entries, gates } = ranked('degenerate-single-juror')
    expect(entries.map(({ id, rank, score, raw, se }) => ({ id, rank, score, raw, se }))).toEqual([
      { id: 'B', rank: 1, score: 8, raw: 8, se: null },
      { id: 'A', rank: 2, score: 7, raw: 7, se: null },
      { id: 'C', rank: 3, score: 6, raw: 6, se: null },
    ])
    expect(gates).toEqual([{ level: 'WARN', code: 'SINGLE_JUROR', detail: { juror: 'J1' } }])
  })

  test('two rooms: a ranking in each, and at least three ballots that would link them', () => {
    const { gates, entries } = ranked('synthetic-disconnected-two-rooms')
    expect(by(entries, ({ rank }) => rank)).toEqual({
      ...{ T02: 1, T04: 2, T06: 3, T03: 4, T05: 5, T01: 6 },
      ...{ T10: 1, T09: 2, T08: 3, T12: 4, T07: 5, T11: 6 },
    })
    expect(gates).toEqual([
      {
        level: 'BLOCK',
        code: 'DISCONNECTED',
        detail: {
          components: [
            ['T01', 'T02', 'T03', 'T04', 'T05', 'T06'],
            ['T07', 'T08', 'T09', 'T10', 'T11', 'T12'],
          ],
          links: [
            { juror: 'J1', entry: 'T07' },
            { juror: 'J2', entry: 'T08' },
            { juror: 'J3', entry: 'T09' },
          ],
        },
      },
    ])
  })

  test('two rooms on one ballot: computed, and flagged by both signs', () => {
    const { gates, entries } = ranked('synthetic-weak-bridge')
    expect(entries.slice(0, 2).map(({ id, score }) => [id, Number(score.toFixed(2))])).toEqual([
      ['T10', 75.56],
      ['T02', 68.11],
    ])
    expect(gates).toEqual([
      { level: 'WARN', code: 'WEAK_LINK', detail: { sign: 'bridge', juror: 'J1', entry: 'T07' } },
      {
        level: 'WARN',
        code: 'WEAK_LINK',
        detail: { sign: 'pair', entries: ['T01', 'T08'], ratio: expect.closeTo(1.8, 2) },
      },
    ])
  })

  test.each(['synthetic-sparse-24x12-k5', 'skating-totals-sparse-k4', 'skating-totals-complete'])(
    '%s is healthy',
    (name) => {
      expect(codes(name).filter((code) => code !== 'OUTLIER_BALLOT')).toEqual([])
    },
  )
})
