import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivalOf, tappedAt } from './arrival'

const tap = (id: string, minute: number, present = true) => ({
  id,
  registration: 'aysel',
  present,
  at: new Date(Date.UTC(2018, 4, 25, 5, minute)),
})

test.each([
  ['nobody tapped', [], null],
  ['one did', [tap('a', 5)], 'a'],
  ['two did: the earlier', [tap('b', 7), tap('a', 5)], 'a'],
  ['it was taken back', [tap('a', 5), tap('b', 6, false)], null],
  ['and came again', [tap('a', 5), tap('b', 6, false), tap('c', 9), tap('d', 8)], 'd'],
  ['an earlier tap arrives after it was taken back', [tap('b', 6, false), tap('a', 5)], null],
  ['taken back in the same instant', [tap('a', 5), tap('b', 5, false)], null],
  ['two in the same instant', [tap('b', 5), tap('a', 5)], 'a'],
])('%s', (_, taps, arrival) => {
  expect(arrivalOf(taps)?.id ?? null).toBe(arrival)
})

test('the order in which taps arrive, and how often, changes nothing', () => {
  const taps = fc.array(
    fc
      .record({ minute: fc.nat(6), present: fc.boolean() })
      .map(({ minute, present }) => ({ minute, present })),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(taps, fc.infiniteStream(fc.nat()), (drawn, keys) => {
      const told = drawn.map(({ minute, present }, index) => tap(`t${index}`, minute, present))
      const shuffled = [...told, ...told]
        .map((one) => ({ one, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one)
      expect(arrivalOf(shuffled)).toEqual(arrivalOf(told))
    }),
  )
})

test.each([
  ['2018-05-25T05:58:30.000Z', '2018-05-25T05:58:30.000Z'],
  ['2018-05-25T06:00:05.000Z', '2018-05-25T06:00:00.000Z'],
  ['1970-01-01T00:00:00.000Z', '2018-05-18T06:00:00.000Z'],
])('a tap said to be of %s was made at %s', (said, at) => {
  expect(tappedAt(new Date('2018-05-25T06:00:00Z'), Date.parse(said)).toISOString()).toBe(at)
})
