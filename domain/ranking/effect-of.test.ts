import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectOf, strongest } from './effect-of'
import { rank } from './rank'
import { ballot, cell, final } from './testing'
import { ifAbsent, ifSetAside, mostItCanChange } from './what-if'

const ranked = (...ranks: readonly (readonly [string, number])[]) => ({
  ranking: ranks.map(([entry, rank]) => ({ entry, rank })),
})

test.each([
  ['nothing', ranked(['A', 1], ['B', 2]), { key: 'none' }],
  ['two change places', ranked(['B', 1], ['A', 2], ['C', 3], ['D', 4]), { key: 'swap', one: 1, other: 2 }],
  ['two further down', ranked(['A', 1], ['D', 2], ['C', 3], ['B', 4]), { key: 'swap', one: 2, other: 4 }],
  ['three change places', ranked(['A', 1], ['C', 2], ['D', 3], ['B', 4]), { key: 'below', last: 1 }],
  ['somebody else leads', ranked(['D', 1], ['A', 2], ['B', 3], ['C', 4]), { key: 'first' }],
  ['one is ranked no more', ranked(['A', 1], ['B', 2], ['C', 3]), { key: 'below', last: 3 }],
  ['two share a rank', ranked(['A', 1], ['B', 1], ['C', 3], ['D', 4]), { key: 'first' }],
] as const)('%s', (_, after, effect) => {
  const before = effect.key === 'none' ? after : ranked(['A', 1], ['B', 2], ['C', 3], ['D', 4])
  expect(effectOf(before, after)).toEqual(effect)
})

test('the strongest of several is the one that reaches highest', () => {
  const swap = { key: 'swap', one: 2, other: 3 } as const
  expect(strongest([])).toEqual({ key: 'none' })
  expect(strongest([{ key: 'below', last: 4 }, swap, { key: 'none' }])).toEqual(swap)
  expect(strongest([swap, { key: 'first' }])).toEqual({ key: 'first' })
})

const SHEET = [
  ballot('J1 A: 8 8 8'),
  ballot('P A: 8 8 8'),
  ballot('J3 A: 8 8 8'),
  ballot('J1 B: 7.5 7.5 7.5'),
  ballot('P B: 7.5 7.5 7.5'),
  ballot('J3 B: 7 7 7'),
  ballot('J1 C: 2 2 2'),
  ballot('P C: 2 2 2'),
]

test('a ballot set aside is looked at as if it were, and one that is as if it counted', () => {
  const generous = SHEET.map((given) =>
    given.juror === 'J3' && given.entry === 'B' ? ballot('J3 B: 10 10 10') : given,
  )
  const swapped = final([...generous, ballot('J3 C: 2 2 2')])
  const before = rank(swapped)
  expect(before.ranking.map(({ entry, rank }) => [entry, rank])).toEqual([
    ['B', 1],
    ['A', 2],
    ['C', 3],
  ])
  const without = ifSetAside(swapped, cell('J3 B'), true)
  expect(effectOf(before, without)).toEqual({ key: 'swap', one: 1, other: 2 })
  const aside = {
    ...swapped,
    ballots: swapped.ballots.map((given) => ({
      ...given,
      setAside: given.juror === 'J3' && given.entry === 'B',
    })),
  }
  expect(rank(aside)).toEqual(without)
  expect(ifSetAside(aside, cell('J3 B'), false)).toEqual(before)
})

test('what an open ballot can still change is the most of its extremes, and absent changes nothing', () => {
  const open = final(SHEET, { assignments: [{ juror: 'J3', entry: 'C' }] })
  const before = rank(open)
  expect(mostItCanChange(open, before, cell('J3 C'))).toEqual({ key: 'none' })
  const leads = final(SHEET.filter(({ juror, entry }) => juror !== 'J3' || entry !== 'B'))
  expect(mostItCanChange(leads, rank(leads), cell('J3 B'))).toEqual({ key: 'swap', one: 1, other: 2 })
  expect(effectOf(rank(leads), ifAbsent(leads, cell('J3 B')))).toEqual({ key: 'none' })
})

test('no total in between changes a rank that neither extreme changes', () => {
  const mark = fc.integer({ min: 0, max: 20 }).map((steps) => steps / 2)
  fc.assert(
    fc.property(fc.array(mark, { minLength: 8, maxLength: 8 }), mark, (marks, last) => {
      const given = SHEET.map((sheet, index) => {
        const value = marks[index] ?? 0
        return { ...sheet, marks: { gate: 1, a: value, b: value, c: value } }
      })
      const input = final(given)
      const before = rank(input)
      if (mostItCanChange(input, before, cell('J3 C')).key !== 'none') return
      const ended = final([...given, ballot(`J3 C: ${last} ${last} ${last}`)])
      expect(effectOf(before, rank(ended))).toEqual({ key: 'none' })
    }),
    { numRuns: 300 },
  )
})
