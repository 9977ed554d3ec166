import fc from 'fast-check'
import { expect, test } from 'vitest'
import { domainOf, shareOf, stackDots } from './scale'

test.each([
  [60, 0],
  [76, 0.5],
  [92, 1],
  [40, 0],
  [99, 1],
])('%f stands at %f between 60 and 92', (value, share) => {
  expect(shareOf(value, { from: 60, to: 92 })).toBe(share)
})

test('a domain without width puts everything in its middle', () => {
  expect(shareOf(7, { from: 7, to: 7 })).toBe(0.5)
})

test('dots that meet stand on each other, the others on the line', () => {
  expect(stackDots([30, 10, 12, 11], 5)).toEqual([
    { x: 10, level: 0 },
    { x: 11, level: 1 },
    { x: 12, level: 2 },
    { x: 30, level: 0 },
  ])
})

test('no two dots of one level are nearer than a width', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 12 }), (xs) => {
      const dots = stackDots(xs, 6)
      return dots.every((a, i) => dots.every((b, j) => i >= j || a.level !== b.level || b.x - a.x >= 6))
    }),
  )
})

test('one domain holds every value on whole steps', () => {
  expect(domainOf([68.5, 91.2, 77])).toEqual({ from: 68, to: 92 })
  expect(domainOf([])).toEqual({ from: 0, to: 100 })
})
