import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldEmail, isEmail } from './clean-email'
import { cleanLine } from './clean-line'
import { cleanText, splitName } from './clean-text'
import { studyYear } from './clean-year'
import { teamKey } from './team-key'

const good = { firstName: 'Anar', lastName: 'Tağıyev', email: 'anar@naa.example' }
const clean = (cells: object, correction = {}, surplus = 0) =>
  cleanLine({ line: 7, cells: { ...good, ...cells }, surplus }, correction)

describe('a line', () => {
  test('is trimmed, composed and told apart from what it says nothing about', () => {
    const cells = {
      firstName: ' \ufeffHu\u0308seyn\u00a0 ',
      lastName: 'Mirzəyev\u200b',
      email: ' HUSEYN.MIRZEYEV@ADA.EXAMPLE',
      programme: '–',
      year: '3',
      team: 'Xəzər  Sat',
    }
    expect(clean(cells)).toEqual({
      line: 7,
      cells: {
        firstName: 'Hüseyn',
        lastName: 'Mirzəyev',
        email: 'HUSEYN.MIRZEYEV@ADA.EXAMPLE',
        programme: '',
        year: '3',
        team: 'Xəzər Sat',
      },
      student: {
        givenName: 'Hüseyn',
        familyName: 'Mirzəyev',
        email: 'huseyn.mirzeyev@ada.example',
        programme: null,
        year: 3,
        team: { key: 'xezer sat', name: 'Xəzər Sat' },
      },
      problems: [],
      notes: [],
    })
  })

  test.each([
    ['email', 'empty', { email: '  ' }],
    ['email', 'not-an-address', { email: 'tural.veliyev at ufaz.example' }],
    ['email', 'invisible', { email: '\u200b' }],
    ['email', 'too-long', { email: `${'a'.repeat(250)}@b.example` }],
    ['firstName', 'empty', { firstName: '', lastName: ' ' }],
    ['firstName', 'invisible', { firstName: '\u200b\u2060' }],
    ['lastName', 'invisible', { lastName: '\u3164' }],
    ['firstName', 'invisible', { firstName: undefined, lastName: undefined, fullName: '\u200d\u200d' }],
    ['team', 'invisible', { team: '\u2800' }],
    ['team', 'too-long', { team: 'x'.repeat(81) }],
    ['year', 'not-a-year', { year: '2018' }],
  ])('%s: %s', (field, code, cells) => {
    const { student, problems } = clean(cells)
    expect(student).toBeNull()
    expect(problems.map((problem) => [problem.field, problem.code])).toEqual([[field, code]])
  })

  test.each([
    '<script>alert(1)</script>',
    '=HYPERLINK("http://x.example","y")',
    "O'Brien; DROP",
    'أحمد',
    '李',
  ])('keeps %s as the text it is', (name) => {
    expect(clean({ firstName: name, team: name }).student).toMatchObject({ givenName: name, team: { name } })
  })

  test('a correction replaces a cell, clears it, and settles surplus cells', () => {
    expect(clean({ email: '' }, { email: 'a@b.example' }).student?.email).toBe('a@b.example')
    expect(clean({ year: 'x' }, { year: '' }).student?.year).toBeNull()
    expect(clean({}, {}, 2).problems).toEqual([
      { field: 'line', code: 'too-many-cells', values: { surplus: 2 } },
    ])
    expect(clean({}, { team: 'Ulduz' }, 2).problems).toEqual([])
  })

  test('one name is kept, with a note', () => {
    expect(clean({ lastName: '' })).toMatchObject({
      student: { givenName: 'Anar', familyName: '' },
      notes: [{ code: 'one-name' }],
    })
    expect(clean({ firstName: '' }).student).toMatchObject({ givenName: 'Tağıyev', familyName: '' })
  })
})

test.each([
  ['Anar Tağıyev', 'given-first', 'Anar', 'Tağıyev'],
  ['Maria del Carmen  Ruiz', 'given-first', 'Maria del Carmen', 'Ruiz'],
  ['Tağıyev, Anar', 'given-first', 'Anar', 'Tağıyev'],
  ['Мамедов Анар Рашидович', 'family-first', 'Анар Рашидович', 'Мамедов'],
  ['Suharto', 'given-first', 'Suharto', ''],
] as const)('%s (%s) is %s | %s', (name, order, firstName, lastName) => {
  expect(splitName(name, order)).toEqual({ firstName, lastName })
})

test.each([
  ['İNCİ@ADA.EXAMPLE', 'inci@ada.example'],
  ['qasımova@ada.example', 'qasimova@ada.example'],
  ['QASIMOVA@ADA.EXAMPLE', 'qasimova@ada.example'],
  [' <mailto:A@b.example> ', 'a@b.example'],
  ['a\u200b@b.example', 'a@b.example'],
])('%j is the address %s', (typed, folded) => {
  expect(foldEmail(typed)).toBe(folded)
})

test.each([
  ['a@b.example', true],
  ['a.b+c@x-y.b.example', true],
  ['a@b', false],
  ['a b@c.example', false],
  ['a@b@c.example', false],
  ['a@b.example;c@d.example', false],
  ['.a@b.example', false],
  ['a@-b.example', false],
  ['a@b..example', false],
  ['@b.example', false],
])('%s has the shape of an address: %s', (address, expected) => {
  expect(isEmail(address)).toBe(expected)
})

test.each([
  ['2', 2],
  ['2.0', 2],
  ['2nd', 2],
  ['4-cü kurs', 4],
  ['Kurs 3', 3],
  ['IV', 4],
  ['0', null],
  ['13', null],
  ['M1', null],
  ['2018-09-01', null],
  ['1-2', null],
  ['3-cü  kurs əyani', 3],
  [`1${'a'.repeat(40)}!`, null],
])('year %s is %s', (typed, year) => {
  expect(studyYear(typed)).toBe(year)
})

test.each([
  ['Geo-Çinar', 'GEO – CINAR', true],
  ['Kür Flood Lens', 'KÜR FLOOD LENS', true],
  ['Muğan Moisture', 'mugan moisture', true],
  ['SkyWell', 'Sky Well', false],
  ['Zero-G Tea', 'Zero-G Team', false],
  ['Seismo-24', 'Seismo-25', false],
])('teams %s and %s are the same: %s', (a, b, same) => {
  expect(teamKey(a) === teamKey(b)).toBe(same)
})

test('cleaning twice changes nothing, and a folded address stays folded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
      expect(foldEmail(foldEmail(text))).toBe(foldEmail(text))
      expect(teamKey(teamKey(text))).toBe(teamKey(text))
    }),
  )
})
