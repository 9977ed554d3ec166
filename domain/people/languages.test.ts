import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES, preferredLanguage } from './languages'

test.each([
  ['fr', 'fr'],
  ['az-Latn-AZ,ru;q=0.9', 'az'],
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['ru-RU, ru;q=0.9, fr;q=0.4, az;q=0.8', 'az'],
  ['fr;q=0.5, en;q=0.5', 'fr'],
  ['FR-ca', 'fr'],
  ['fr;q=0, az;q=0.1', 'az'],
  ['fr ; q = 0.3 , en;q=0.2', 'fr'],
  ['fr;q=7, az', 'az'],
  ['fr;q=x', null],
  ['french, azb', null],
  ['ru, *', null],
  ['*', null],
  ['', null],
  [null, null],
  [undefined, null],
  ['constructor, __proto__', null],
  ['en\r\nSet-Cookie: a=b', null],
])('a browser that asks for %j is written to in %j', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test('whatever a browser sends, the answer is one of ours or none, and the one wanted most', () => {
  const qualities = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect([...LANGUAGES, null]).toContain(preferredLanguage(header))
    }),
  )
  fc.assert(
    fc.property(qualities, (given) => {
      const asked = LANGUAGES.map((language, place) => ({ language, quality: given[place] ?? 1 }))
      const header = asked.map(({ language, quality }) => `${language};q=${quality / 1000}`).join(', ')
      const most = asked.reduce((best, one) => (one.quality > best.quality ? one : best))
      expect(preferredLanguage(header)).toBe(most.language)
    }),
  )
})
