import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'

test.each([
  [{ b: 1, a: [2, { d: null, c: true }] }, '{"a":[2,{"c":true,"d":null}],"b":1}'],
  [
    { '\u20ac': 1, '\r': 2, '1': 3, '\u00f6': 4, '\u{1F600}': 5, '\ufb33': 6 },
    '{"\\r":2,"1":3,"\u00f6":4,"\u20ac":1,"\u{1F600}":5,"\ufb33":6}',
  ],
  [[333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
  [{ kept: null, left: undefined }, '{"kept":null}'],
  [new Date(Date.UTC(2018, 4, 26, 14)), '"2018-05-26T14:00:00.000Z"'],
  ['Ə “<script>”', '"Ə “<script>”"'],
])('%j', (value, expected) => {
  expect(canonicalJson(value)).toBe(expected)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY])('throws on %s', (value) => {
  expect(() => canonicalJson({ value })).toThrow('has no JSON')
})

test('reads back as the same value, and the order of members does not show', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      const reversed = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonicalJson(reversed)).toBe(text)
    }),
  )
})
