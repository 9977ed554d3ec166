import { expect, test } from 'vitest'
import { jurorResiduals } from './calibration'
import type { Gate } from './gates'
import { type Score, tallyScores } from './tally'

const ENTRIES = ['A', 'B', 'C', 'D', 'E', 'F']
/** One juror's totals for the entries in their order; a gap is no ballot. */
const from = (juror: string, ...values: readonly (number | null)[]): Score[] =>
  values.flatMap((value, at) => (value === null ? [] : [{ juror, entry: ENTRIES[at] ?? '', value }]))
const fair = [80, 70, 60, 50, 40, 30]
const plus = (...by: readonly number[]) => fair.map((value, at) => value + (by[at] ?? 0))

const inTurn = (entry: string) => ENTRIES.indexOf(entry) + 1

test('residuals, slope and σ are those of the fit, and an outlier is what the gate calls one', () => {
  const scores = [...from('J1', ...plus(-5, -3, -1, 1, 3, 5)), ...from('J2', ...fair), ...from('J3', ...fair)]
  const tally = tallyScores(scores)
  const gate: Gate = {
    level: 'WARN',
    code: 'OUTLIER_BALLOT',
    detail: { juror: 'J1', entry: 'F', score: 35, residual: 0, sigma: 1 },
  }
  const [first] = jurorResiduals(tally, [gate], inTurn)
  expect(first).toEqual({
    id: 'J1',
    sigma: tally.components[0]?.sigma,
    slope: { slope: expect.closeTo(4 / 3, 9), se: expect.closeTo(0, 9), n: 6 },
    ballots: [-5, -3, -1, 1, 3, 5].map((by, at) => ({
      entry: ENTRIES[at],
      residual: expect.closeTo((by * 2) / 3, 9),
      outlier: at === 5,
    })),
    mirrors: true,
  })
})

test('without an order of pitches, or with it for two ballots only, there is no slope', () => {
  const tally = tallyScores([...from('J1', ...plus(1, -2, 3)), ...from('J2', ...plus(-1, 4, 0))])
  const slopes = (positionOf: (entry: string) => number | null) =>
    jurorResiduals(tally, [], positionOf).map(({ slope }) => slope)
  expect(slopes(() => null)).toEqual([null, null])
  expect(slopes((entry) => (entry < 'C' ? inTurn(entry) : null))).toEqual([null, null])
})

const HONEST = plus(2, -3, 1, 2, -3, 1)
test.each([
  ['gives everybody the same', from('J', 50, 50, 50, 50, 50, 50), true],
  ['hardly tells anybody apart', from('J', 51, 50, 50, 51, 50, 50), true],
  ['gives twice the differences', from('J', 110, 90, 70, 50, 30, 10), true],
  ['has two ballots', from('J', 80, 75), true],
  ['has one ballot, which leaves nothing', from('J', 80), false],
  ['disagrees without a pattern', from('J', ...plus(-4, 5, 0, -3, 4, -2)), false],
])('a juror who %s: %#', (_, scores, mirrors) => {
  const tally = tallyScores([...from('K', ...HONEST), ...from('L', ...plus(1, 2, -4, 1, 1, 0)), ...scores])
  const found = jurorResiduals(tally, [], inTurn).find(({ id }) => id === 'J')
  expect(found?.mirrors).toBe(mirrors)
})

test('entries nobody tells apart have no ranking to mirror', () => {
  const tally = tallyScores([...from('J', 50, 50, 50), ...from('K', 60, 60, 60)])
  expect(jurorResiduals(tally, [], inTurn).map(({ mirrors }) => mirrors)).toEqual([false, false])
})
