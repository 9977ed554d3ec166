import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesResemble, resemblance, resembling } from './resembles'

test.each([
  ['UFAZ', 'Fransa–Azərbaycan Universiteti', 'abbreviation'],
  ['UFAZ', 'Université franco-azerbaïdjanaise', 'abbreviation'],
  ['UFAZ', 'French-Azerbaijani University', 'abbreviation'],
  ['ASOIU', 'Azerbaijan State Oil and Industry University', 'abbreviation'],
  ['ASOIU', 'Azərbaycan Dövlət Neft və Sənaye Universiteti', 'abbreviation'],
  ['ADNSU', 'Azərbaycan Dövlət Neft və Sənaye Universiteti', 'abbreviation'],
  ['B.H.O.S.', 'Baku Higher Oil School', 'abbreviation'],
  ['MAA', 'Milli Aviasiya Akademiyası', 'abbreviation'],
  ['Bakı Ali Neft Məktəbi', 'Baku Higher Oil School', 'same-words'],
  ['Бакинская высшая школа нефти', 'Baku Higher Oil School', 'same-words'],
  ['Азербайджанский государственный университет нефти и промышленности', 'ADNSU', null],
  [
    'Азербайджанский государственный университет нефти и промышленности',
    'Azerbaijan State Oil and Industry University',
    'same-words',
  ],
  ['State University of Oil and Industry', 'Azerbaijan State Oil and Industry University', 'same-words'],
  ['Université franco-azerbaïdjanaise', 'Fransa–Azərbaycan Universiteti', 'same-words'],
  ['ADA', 'ADA University', 'same-words'],
  ['Xəzər Universiteti', 'Khazar University', 'same-words'],
  ['Национальная академия авиации', 'National Aviation Academy', 'same-words'],
  ['ADA-University', 'Ada University', 'same-name'],
  ['Bakı Mühəndislik Universiteti', 'BAKI MUHENDISLIK UNIVERSITETI', 'same-name'],
  ['Telekom Nancy', 'Télécom Nancy', 'spelling'],
  ['北京大学', '北京大学', 'same-name'],
])('“%s” and “%s”: %s', (a, b, reason) => {
  expect(namesResemble(a, b)).toBe(reason)
  expect(namesResemble(b, a)).toBe(reason)
})

test.each([
  ['Baku State University', 'Baku Higher Oil School'],
  ['Baku State University', 'Baku Engineering University'],
  ['Azerbaijan State University of Economics', 'Azerbaijan Technical University'],
  ['Azərbaycan Universiteti', 'Fransa–Azərbaycan Universiteti'],
  ['ADA University', 'Khazar University'],
  ['BSU', 'Slavic University of Baku'],
  ['UFAZ', 'Azerbaijan University of Languages'],
  ['Univ A', 'Univ B'],
  ['北京大学', '清华大学'],
  ['—', '…'],
  ['', 'ADA University'],
])('“%s” and “%s” are two', (a, b) => expect(namesResemble(a, b)).toBeNull())

test('a name resembles itself, and both ways alike, whatever it is', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect([null, 'same-name']).toContain(namesResemble(a, a))
      expect(namesResemble(a, b)).toBe(namesResemble(b, a))
    }),
  )
})

test('the strongest reason of all names of both counts, and the likeliest comes first', () => {
  const oil = { id: 'oil', name: 'State University of Oil and Industry', aliases: ['ADNSU'] }
  const ufaz = { id: 'ufaz', name: 'UFAZ', shortName: null, aliases: ['Fransa–Azərbaycan Universiteti'] }
  const ada = { id: 'ada', name: 'ADA University', shortName: 'ADA' }
  expect(resemblance(oil, { id: 'x', name: 'adnsu' })).toBe('same-name')
  expect(resemblance(ufaz, ada)).toBeNull()
  expect(resembling('Université franco-azerbaïdjanaise', [ada, oil, ufaz])).toEqual([
    { organization: ufaz, reason: 'abbreviation' },
  ])
})
