import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weakLinks } from './bridges'
import type { Cell } from './cells'
import { designOf } from './design'

const cell = (text: string): Cell => ({ juror: text.split(' ')[0] ?? '', entry: text.split(' ')[1] ?? '' })
const found = (cells: readonly Cell[]) => {
  const design = designOf(cells)
  return weakLinks(design).map(
    (ballot) =>
      `${design.jurors[design.jurorOf[ballot] ?? 0]} ${design.entries[design.entryOf[ballot] ?? 0]}`,
  )
}

test.each([
  ['a circle has none', ['J1 A', 'J1 B', 'J2 A', 'J2 B'], []],
  ['a juror’s only ballot is a leaf', ['J1 A', 'J1 B', 'J2 A', 'J2 B', 'J3 A'], []],
  [
    'one ballot between two circles',
    ['J1 A', 'J1 B', 'J2 A', 'J2 B', 'J3 C', 'J3 D', 'J4 C', 'J4 D', 'J1 C'],
    ['J1 C'],
  ],
  ['the middle of a chain', ['J1 A', 'J1 B', 'J2 B', 'J2 C'], ['J1 B', 'J2 B']],
  ['each room is looked at', ['J1 A', 'J1 B', 'J2 B', 'J2 C', 'J3 D'], ['J1 B', 'J2 B']],
])('%s', (_, cells, expected) => {
  expect(found(cells.map(cell))).toEqual(expected)
})

test('agrees with taking each ballot away', () => {
  const cells = fc.uniqueArray(
    fc.record({
      juror: fc.constantFrom('J1', 'J2', 'J3', 'J4', 'J5'),
      entry: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    }),
    { selector: ({ juror, entry }) => `${juror} ${entry}`, maxLength: 14 },
  )
  fc.assert(
    fc.property(cells, (given) => {
      const rooms = (of: readonly Cell[]) => designOf(of).components.count
      const expected = given.filter((one) => {
        const others = given.filter((other) => other !== one)
        const leaf =
          !others.some(({ juror }) => juror === one.juror) || !others.some(({ entry }) => entry === one.entry)
        return !leaf && rooms(others) > rooms(given)
      })
      expect(found(given)).toEqual(
        expected
          .map(({ juror, entry }) => `${juror} ${entry}`)
          .sort((a, b) => (a.slice(3) + a < b.slice(3) + b ? -1 : 1)),
      )
    }),
  )
})

test('a chain of 20,000 does not overflow the stack', () => {
  const chain = Array.from({ length: 20_000 }, (_, k) => [
    { juror: `J${k}`, entry: `T${k}` },
    { juror: `J${k}`, entry: `T${k + 1}` },
  ]).flat()
  expect(found(chain).length).toBe(39_998)
})
