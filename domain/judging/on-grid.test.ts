import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOnGrid } from './on-grid'

const half = { min: 0, max: 10, step: 0.5 }

test.each([
  [0, half, true],
  [7.5, half, true],
  [10, half, true],
  [7.25, half, false],
  [10.5, half, false],
  [-0.5, half, false],
  [75, half, false],
  [Number.NaN, half, false],
  [1e-9, half, false],
  [0.3, { min: 0, max: 1, step: 0.1 }, true],
  [0.35, { min: 0, max: 1, step: 0.1 }, false],
  [2.5, { min: 1, max: 5, step: 0.5 }, true],
  [1, { min: 0, max: 1, step: 1 }, true],
])('%s on %o: %s', (value, scale, on) => {
  expect(isOnGrid(value, scale)).toBe(on)
})

test('every multiple of a tenth is on the grid of tenths, whatever its double looks like', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (steps) => {
      expect(isOnGrid(Number((steps / 10).toFixed(1)), { min: 0, max: 100, step: 0.1 })).toBe(true)
    }),
  )
})
