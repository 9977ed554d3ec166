import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HeldMark, receiveMarks, type SentMark, type Sheet } from './receive-marks'

const NOW = new Date('2018-05-26T09:00:00Z')
const half = { min: 0, max: 10, step: 0.5 }
const sheet: Sheet = {
  criteria: new Map([
    ['economy', half],
    ['gate', { min: 0, max: 1, step: 1 }],
  ]),
  ballots: new Map([
    ['ulduz', { status: 'draft', conflicted: false }],
    ['sent', { status: 'submitted', conflicted: false }],
    ['recused', { status: 'recused', conflicted: false }],
    ['own', { status: 'draft', conflicted: true }],
  ]),
  current: new Map(),
  known: new Map(),
  closed: null,
  now: NOW,
}
const mark = (values: Partial<SentMark> = {}): SentMark => ({
  id: 'm1',
  entry: 'ulduz',
  criterion: 'economy',
  value: 7.5,
  device: 'phone',
  seq: 1,
  replaces: null,
  at: NOW,
  ...values,
})
const held = (values: Partial<HeldMark> = {}): HeldMark => {
  const { replaces: _, ...rest } = mark()
  return { ...rest, value: 6, id: 'h1', ...values }
}
const holding = (...marks: HeldMark[]) => new Map(marks.map((one) => [`${one.entry} ${one.criterion}`, one]))
const outcome = (marks: SentMark[], over: Partial<Sheet> = {}) => {
  const { saved, rejected, conflicts, written, current } = receiveMarks(marks, { ...sheet, ...over })
  return {
    saved,
    rejected: rejected.map(({ id, refusal }) => `${id} ${refusal.code}`),
    conflicts: conflicts.map(({ mine, theirs }) => `${mine.id} against ${theirs.id}`),
    written: written.map(
      ({ id, late, contested }) => id + (late ? ' late' : '') + (contested ? ' contested' : ''),
    ),
    current: [...current.values()].map(({ id }) => id),
  }
}
const nothing = { saved: [], rejected: [], conflicts: [], written: [], current: [] }
const savedAs = (...ids: string[]) => ({ ...nothing, saved: ids, written: ids, current: ids })

test.each([
  ['a whole mark', mark({ value: 7 }), savedAs('m1')],
  ['a half', mark(), savedAs('m1')],
  ['a clearing', mark({ value: null }), savedAs('m1')],
  ['a gate failed', mark({ criterion: 'gate', value: 0 }), savedAs('m1')],
  ['a comma decimal', mark({ value: '7,5' }), { ...nothing, rejected: ['m1 mark-not-a-number'] }],
  ['what a lost comma makes', mark({ value: 75 }), { ...nothing, rejected: ['m1 mark-off-grid'] }],
  ['a quarter', mark({ value: 7.25 }), { ...nothing, rejected: ['m1 mark-off-grid'] }],
  ['half a gate', mark({ criterion: 'gate', value: 0.5 }), { ...nothing, rejected: ['m1 mark-off-grid'] }],
  ['an entry not assigned', mark({ entry: 'other' }), { ...nothing, rejected: ['m1 entry-not-yours'] }],
  ['across a conflict', mark({ entry: 'own' }), { ...nothing, rejected: ['m1 entry-conflicted'] }],
  ['an unknown criterion', mark({ criterion: 'x' }), { ...nothing, rejected: ['m1 criterion-unknown'] }],
  ['a submitted ballot', mark({ entry: 'sent' }), { ...nothing, rejected: ['m1 ballot-submitted'] }],
  ['a recused one', mark({ entry: 'recused' }), { ...nothing, rejected: ['m1 ballot-recused'] }],
])('%s', (_, sent, expected) => {
  expect(outcome([sent])).toEqual(expected)
})

test.each([
  ['replaces what it looked at', { device: 'tablet' }, { replaces: 'h1' }, savedAs('m1')],
  [
    'another device changed it',
    { device: 'tablet' },
    {},
    { ...nothing, conflicts: ['m1 against h1'], written: ['m1 contested'] },
  ],
  ['to the same value', { device: 'tablet', value: 7.5 }, {}, savedAs('m1')],
  ['the same device, later', { seq: 0 }, {}, savedAs('m1')],
  ['the same device, out of order', { seq: 9 }, {}, { ...nothing, saved: ['m1'], written: ['m1'] }],
])('a cell that holds a mark: %s', (_, before, sent, expected) => {
  expect(outcome([mark(sent)], { current: holding(held(before)) })).toEqual(expected)
})

test.each([
  ['sent again', {}, {}, { ...nothing, saved: ['m1'] }],
  ['with another value', {}, { value: 3 }, { ...nothing, rejected: ['m1 mark-id-taken'] }],
  ["another juror's", { mine: false }, {}, { ...nothing, rejected: ['m1 mark-id-taken'] }],
  ['late', { late: true }, {}, { ...nothing, rejected: ['m1 closed-judging'] }],
])('a known id: %s', (_, before, sent, expected) => {
  const first = { ...held({ id: 'm1', value: 7.5 }), mine: true, late: false, contested: false, ...before }
  expect(outcome([mark(sent)], { known: new Map([['m1', first]]) })).toEqual(expected)
})

const CLOSED = { phase: 'deliberation', at: new Date('2018-05-26T08:00:00Z') }
test.each([
  ['made before closing', new Date('2018-05-26T07:59:59Z'), ['m1 late']],
  ['made after closing', new Date('2018-05-26T08:00:01Z'), []],
  ['by a clock years ahead', new Date('2026-05-26T08:00:01Z'), ['m1 late']],
])('after closing, %s', (_, at, written) => {
  const expected = { ...nothing, rejected: ['m1 closed-judging'], written }
  expect(outcome([mark({ at })], { closed: CLOSED })).toEqual(expected)
})

test('marks on one cell in one batch follow each other, also with one id twice', () => {
  const sent = [mark(), mark({ id: 'm2', seq: 2, value: 8, replaces: 'm1' }), mark()]
  expect(outcome(sent)).toEqual({
    ...nothing,
    saved: ['m1', 'm2', 'm1'],
    written: ['m1', 'm2'],
    current: ['m2'],
  })
})

test('any batch answers each mark once, and writes only what it does not know', () => {
  const any = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    entry: fc.constantFrom('ulduz', 'sent', 'own', 'x'),
    value: fc.constantFrom(7, 7.5, null, 75, '7,5'),
    device: fc.constantFrom('phone', 'tablet'),
    seq: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(any), (marks) => {
      const found = receiveMarks(
        marks.map((one) => mark(one)),
        sheet,
      )
      const answered = found.saved.length + found.rejected.length + found.conflicts.length
      expect(answered).toBe(marks.length)
      const ids = found.written.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})
