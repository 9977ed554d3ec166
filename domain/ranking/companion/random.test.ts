import { expect, test } from 'vitest'
import { normalsOf, randomOf } from './random'
import { smallest } from './smallest'

test('a seed gives its own stream, the same each time', () => {
  const first = (seed: string) => Array.from({ length: 4 }, randomOf(seed))
  expect(first('a')).toEqual(first('a'))
  expect(first('a')).not.toEqual(first('b'))
  expect(first('')).not.toEqual(first('a'))
})

test('normal draws have the moments and tails of the normal distribution', () => {
  const draws = Array.from({ length: 200_000 }, normalsOf(randomOf('moments')))
  const mean = (of: (draw: number) => number) => draws.reduce((sum, draw) => sum + of(draw), 0) / draws.length
  expect(mean((draw) => draw)).toBeCloseTo(0, 1)
  expect(mean((draw) => draw ** 2)).toBeCloseTo(1, 1)
  expect(mean((draw) => draw ** 4)).toBeCloseTo(3, 0)
  expect(mean((draw) => (draw > 1.6448536 ? 1 : 0))).toBeCloseTo(0.05, 2)
})

test.each([
  { at: [0.3, 0.7], name: 'inside' },
  { at: [0, 0.4], name: 'on an edge' },
  { at: [0, 0], name: 'in a corner' },
  { at: [0.999, 0.02], name: 'near the far edge' },
])('the smallest value is found $name', ({ at: [x = 0, y = 0] }) => {
  const found = smallest(([a, b]) => (a - x) ** 2 + 3 * (b - y) ** 2 + 0.5 * (a - x) * (b - y))
  expect(found).toEqual([expect.closeTo(x, 6), expect.closeTo(y, 6)])
})
