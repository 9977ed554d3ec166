import { expect, test } from 'vitest'
import { padOf, touchHalf, touchWhole, valuesOf } from './pad'
import { runningTotal } from './running-total'

const half = { min: 0, max: 10, step: 0.5 }

test.each([
  [half, 11, true],
  [{ min: 1, max: 5, step: 1 }, 5, false],
])('a pad of %o', (scale, keys, withHalf) => {
  const pad = padOf(scale)
  expect([pad?.wholes.length, pad?.half]).toEqual([keys, withHalf])
})

test.each([
  { min: 0, max: 100, step: 1 },
  { min: 0, max: 1, step: 0.1 },
])('no pad of %o', (scale) => {
  expect(padOf(scale)).toBeNull()
  expect(valuesOf(scale).at(-1)).toBe(scale.max)
})

test.each([
  [null, 7, 7],
  [7, 7, null],
  [7.5, 7, null],
  [8, 7, 7],
])('at %s, touching %s makes %s', (value, whole, made) => {
  expect(touchWhole(value, whole)).toBe(made)
})

test.each([
  [null, null],
  [7, 7.5],
  [7.5, 7],
  [10, 10],
])('at %s, ½ makes %s', (value, made) => {
  expect(touchHalf(value, half)).toBe(made)
})

test('the running total of 40/20/20/20: 7.5 and 8 are 46 of 60', () => {
  const criteria = [40, 20, 20, 20].map((weight, index) => ({
    id: `c${index}`,
    kind: 'weighted' as const,
    weight,
    scale: half,
  }))
  const marks: Record<string, number> = { c0: 7.5, c1: 8 }
  const { points, of, left } = runningTotal(criteria, (id) => marks[id] ?? null)
  expect({ points, of, left }).toEqual({ points: 46, of: 60, left: 2 })
})
