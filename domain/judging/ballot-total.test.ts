import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ballotTotal, type Criterion, type Marks, weightedCriteria } from './ballot-total'
import { fraction, nearestNumber } from './fraction'

const weighted = (id: string, weight: number, [min, max, step] = [0, 10, 0.5]): Criterion => ({
  id,
  kind: 'weighted',
  position: id.charCodeAt(0),
  weight,
  scale: { min: min ?? 0, max: max ?? 10, step: step ?? 0.5 },
})
const gate: Criterion = {
  id: 'data',
  kind: 'gate',
  position: 0,
  weight: null,
  scale: { min: 0, max: 1, step: 1 },
}
const actInSpace = [gate, weighted('a', 40), weighted('b', 20), weighted('c', 20), weighted('d', 20)]

describe('a ballot’s total', () => {
  test.each<[string, readonly Criterion[], Marks, number | null]>([
    ['all at the top is 100', actInSpace, { a: 10, b: 10, c: 10, d: 10 }, 100],
    ['all at the bottom is 0', actInSpace, { a: 0, b: 0, c: 0, d: 0 }, 0],
    ['weighs 40/20/20/20', actInSpace, { a: 7.5, b: 6, c: 8, d: 9.5 }, 77],
    ['a gate is not averaged', actInSpace, { data: 0, a: 10, b: 10, c: 10, d: 10 }, 100],
    ['a missing mark is never 0', actInSpace, { a: 10, b: 10, c: 10 }, null],
    ['nor is a cleared one', actInSpace, { a: 10, b: 10, c: 10, d: null }, null],
    ['a scale need not begin at 0', [weighted('a', 1, [1, 5, 1])], { a: 4 }, 75],
    ['nor end on its grid', [weighted('a', 1, [0, 1, 0.3])], { a: 0.9 }, 90],
    ['weights need not be 100', [weighted('a', 0.1), weighted('b', 0.2)], { a: 10, b: 5 }, 200 / 3],
    ['thirds are rounded once', [weighted('a', 1, [0, 3, 1])], { a: 1 }, 100 / 3],
    ['a rubric of gates has no total', [gate], { data: 1 }, null],
  ])('%s', (_, criteria, marks, expected) => {
    expect(ballotTotal(criteria, marks)).toBe(expected)
  })

  test('is the same for the same marks in tenths that doubles cannot hold', () => {
    const tenths = ['a', 'b', 'c'].map((id) => weighted(id, 1 / 3, [0, 1, 0.1]))
    expect(ballotTotal(tenths, { a: 0.1, b: 0.2, c: 0.3 })).toBe(
      ballotTotal(tenths, { a: 0.3, b: 0.1, c: 0.2 }),
    )
    expect(ballotTotal(tenths, { a: 0.1, b: 0.2, c: 0.3 })).toBe(20)
  })

  test.each([[-0.5], [10.5], [7.3], [Number.NaN]])('throws on %s, which the scale does not have', (mark) => {
    expect(() => ballotTotal(actInSpace, { a: mark, b: 0, c: 0, d: 0 })).toThrow(RangeError)
  })

  test('numbers or big integers, the formula holds', () => {
    const criterion = fc
      .record({
        min: fc.integer({ min: -5, max: 5 }),
        steps: fc.integer({ min: 1, max: 40 }),
        step: fc.constantFrom(0.1, 0.25, 0.5, 1),
        weight: fc.constantFrom(1, 20, 33.3, 0.123456789012345),
      })
      .chain(({ min, steps, step, weight }) =>
        fc.integer({ min: 0, max: steps }).map((up) => ({
          mark: Number((min + up * step).toFixed(2)),
          share: up / steps,
          scale: [min, Number((min + steps * step).toFixed(2)), step] as const,
          weight,
        })),
      )
    fc.assert(
      fc.property(fc.array(criterion, { minLength: 1, maxLength: 6 }), (given) => {
        const criteria = given.map(({ weight, scale }, k) => weighted(`c${k}`, weight, [...scale]))
        const marks = Object.fromEntries(given.map(({ mark }, k) => [`c${k}`, mark]))
        const sum = given.reduce((all, { weight }) => all + weight, 0)
        const expected = (100 * given.reduce((all, { weight, share }) => all + weight * share, 0)) / sum
        const total = ballotTotal(criteria, marks)
        expect(total).toBeCloseTo(expected, 9)
        expect(ballotTotal(criteria.toReversed(), marks)).toBe(total)
      }),
    )
  })

  test('the rubric’s order is by position', () => {
    const ids = weightedCriteria([weighted('b', 1), gate, weighted('a', 1)]).map(({ id }) => id)
    expect(ids).toEqual(['a', 'b'])
  })
})

describe('a fraction', () => {
  test.each([
    [0.1, 1n, 10n],
    [-2.5, -25n, 10n],
    [40, 40n, 1n],
    [1e-7, 1n, 10_000_000n],
    [1e21, 10n ** 21n, 1n],
  ])('%s is what it is written as', (value, numerator, denominator) => {
    expect(fraction(value)).toEqual({ numerator, denominator })
  })

  test('comes back as the nearest number', () => {
    const whole = fc.bigInt({ min: 1n, max: 2n ** 53n })
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(nearestNumber({ numerator: a, denominator: b })).toBe(Number(a) / Number(b))
      }),
    )
    expect(nearestNumber({ numerator: 10n ** 40n, denominator: 3n * 10n ** 40n })).toBe(1 / 3)
  })
})
