import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionSlope } from './position-slope'

const at = (...residuals: readonly (readonly [position: number, residual: number])[]) =>
  residuals.map(([position, residual]) => ({ position, residual }))

test.each([
  ['no ballot', at(), null],
  ['two ballots', at([1, -1], [2, 1]), null],
  ['all at one position', at([4, -1], [4, 0], [4, 1]), null],
  ['a straight line', at([1, -2], [2, 0], [3, 2]), { slope: 2, se: 0, n: 3 }],
  ['a line downwards, out of order and with gaps', at([9, -4], [1, 4], [5, 0]), { slope: -1, se: 0, n: 3 }],
  ['no slope', at([1, 3], [2, 3], [3, 3]), { slope: 0, se: 0, n: 3 }],
  // By hand: Σ(p − p̄)r = −3, Σ(p − p̄)² = 10, Σe² = 10 − 0.3² · 10 = 9.1, se = √(9.1 / 3 / 10).
  ['scatter', at([1, 1], [2, -1], [3, 0], [4, 2], [5, -2]), { slope: -0.3, se: Math.sqrt(9.1 / 30), n: 5 }],
])('%s', (_, ballots, expected) => {
  expect(positionSlope(ballots)).toEqual(
    expected && {
      slope: expect.closeTo(expected.slope, 12),
      se: expect.closeTo(expected.se, 12),
      n: expected.n,
    },
  )
})

/** Distinct positions with residuals of half points. */
const ballots = fc
  .uniqueArray(
    fc.record({
      position: fc.integer({ min: 1, max: 120 }),
      residual: fc.integer({ min: -60, max: 60 }).map((half) => half / 2),
    }),
    { selector: ({ position }) => position, minLength: 3, maxLength: 40 },
  )
  .filter((given) => given.length >= 3)
const figure = fc.double({ min: -20, max: 20, noNaN: true })

test('a slope put into the residuals is found, and how sure it is stays', () => {
  fc.assert(
    fc.property(ballots, figure, (given, injected) => {
      const before = positionSlope(given)
      const tilted = given.map(({ position, residual }) => ({
        position,
        residual: residual + injected * position,
      }))
      expect(positionSlope(tilted)).toEqual({
        slope: expect.closeTo((before?.slope ?? Number.NaN) + injected, 7),
        se: expect.closeTo(before?.se ?? Number.NaN, 7),
        n: given.length,
      })
    }),
  )
})

test('a constant added to every residual, or to every position, changes nothing', () => {
  fc.assert(
    fc.property(ballots, figure, fc.integer({ min: 0, max: 500 }), (given, constant, later) => {
      const before = positionSlope(given)
      const moved = given.map(({ position, residual }) => ({
        position: position + later,
        residual: residual + constant,
      }))
      expect(positionSlope(moved)).toEqual({
        slope: expect.closeTo(before?.slope ?? Number.NaN, 7),
        se: expect.closeTo(before?.se ?? Number.NaN, 7),
        n: given.length,
      })
    }),
  )
})
