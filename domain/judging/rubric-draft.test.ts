import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '@/domain/refusal'
import { cleanRubric, isSameRubric } from './rubric'
import {
  changeDraft,
  draftOf,
  numberOf,
  type RubricDraft,
  readDraft,
  weighDraft,
  writtenRubric,
} from './rubric-draft'

const WRITTEN = cleanRubric([
  { kind: 'gate', name: 'Uses the space data' },
  { kind: 'weighted', name: 'Ideya', weight: 60, levels: [{ value: 2.5, sentence: 'Yenidir' }] },
  { kind: 'weighted', name: 'Team', weight: 40, scaleMin: 1, scaleMax: 5, step: 1 },
])
if (isRefusal(WRITTEN)) throw new Error(WRITTEN.code)
const RUBRIC = WRITTEN
const DRAFT = draftOf(RUBRIC)

/** The fields a form of this draft sends. */
const fieldsOf = (draft: RubricDraft) =>
  Object.fromEntries(
    draft.flatMap(({ key: _, levels, ...parts }, at) => [
      ...Object.entries(parts).map(([part, text]) => [`criteria.${at}.${part}`, text]),
      ...levels.flatMap((level, row) =>
        Object.entries(level).map(([part, text]) => [`criteria.${at}.levels.${row}.${part}`, text]),
      ),
    ]),
  )

test('a rubric in its fields, sent and read, is the same rubric', () => {
  expect(readDraft(fieldsOf(DRAFT))).toEqual(DRAFT)
  const written = writtenRubric(DRAFT)
  const clean = isRefusal(written) ? written : cleanRubric(written)
  expect(clean).toEqual(RUBRIC)
  expect(draftOf([])).toEqual([
    { key: 0, kind: 'weighted', name: '', weight: '', min: '0', max: '10', step: '0.5', levels: [] },
  ])
})

const names = (draft: RubricDraft) => draft.map(({ name }) => name)

test.each([
  ['up.1', ['Ideya', 'Uses the space data', 'Team']],
  ['up.0', ['Uses the space data', 'Ideya', 'Team']],
  ['down.0', ['Ideya', 'Uses the space data', 'Team']],
  ['down.2', ['Uses the space data', 'Ideya', 'Team']],
  ['remove.1', ['Uses the space data', 'Team']],
  ['add', ['Uses the space data', 'Ideya', 'Team', '']],
  ['remove.9', ['Uses the space data', 'Ideya', 'Team']],
  ['remove.-1', ['Uses the space data', 'Ideya', 'Team']],
  ['constructor', ['Uses the space data', 'Ideya', 'Team']],
])('%s', (change, left) => {
  expect(names(changeDraft(DRAFT, change))).toEqual(left)
})

test('levels come and go, and an empty one says nothing', () => {
  const added = changeDraft(DRAFT, 'add-level.1')
  expect(added[1]?.levels).toEqual([
    { value: '2.5', sentence: 'Yenidir' },
    { value: '', sentence: '' },
  ])
  expect(writtenRubric(added)).toEqual(writtenRubric(DRAFT))
  expect(changeDraft(added, 'remove-level.1.1')).toEqual(DRAFT)
  const numberless = added.map((one) => ({ ...one, levels: [{ value: 'x', sentence: 'Good' }] }))
  expect(writtenRubric(numberless)).toMatchObject({
    code: 'criterion-level-number',
    field: 'criteria.0.levels',
  })
})

test('whatever buttons are pressed, no two criteria have one key', () => {
  const press = fc.constantFrom(
    'add',
    'remove.0',
    'remove.1',
    'up.1',
    'down.0',
    'add-level.0',
    'remove-level.0.0',
  )
  fc.assert(
    fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
      const draft = presses.reduce(changeDraft, DRAFT)
      expect(new Set(draft.map(({ key }) => key)).size).toBe(draft.length)
      expect(readDraft(fieldsOf(draft)).map(({ key: _, ...one }) => one)).toEqual(
        draft.map(({ key: _, ...one }) => one),
      )
    }),
  )
})

test.each([
  ['40', 40],
  [' 0,5 ', 0.5],
  ['-1', -1],
  ['', Number.NaN],
  ['1e9', Number.NaN],
  ['Infinity', Number.NaN],
  ['4 0', Number.NaN],
])('“%s” is %d', (text, number) => {
  expect(numberOf(text)).toBe(number)
})

test('weights count by their share of the sum; a gate and what is no weight have none', () => {
  const [gate, idea, team] = DRAFT
  if (!gate || !idea || !team) throw new Error('no draft')
  expect(weighDraft(DRAFT)).toEqual({ sum: 100, shares: [null, 60, 40] })
  expect(weighDraft([idea, { ...team, weight: '-3' }, { ...team, weight: 'x' }])).toEqual({
    sum: 60,
    shares: [100, null, null],
  })
  expect(
    weighDraft([
      { ...idea, weight: '0.1' },
      { ...team, weight: '0,2' },
    ]).sum,
  ).toBe(0.3)
})

test('the same rubric is the same whatever the order its levels were written in, and nothing else is', () => {
  const levels = [
    { value: 1, sentence: 'One' },
    { value: 2, sentence: 'Two' },
  ]
  const [gate, idea, team] = RUBRIC
  if (!gate || !idea || !team) throw new Error('no rubric')
  expect(isSameRubric([{ ...idea, levels }], [{ ...idea, levels: levels.toReversed() }])).toBe(true)
  for (const other of [
    [gate, team],
    [gate, team, idea],
    [gate, idea],
    [gate, { ...idea, weight: 59 }, team],
    [],
  ])
    expect(isSameRubric(RUBRIC, other)).toBe(false)
})
