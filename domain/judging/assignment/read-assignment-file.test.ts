import { expect, test } from 'vitest'
import { readAssignmentFile } from './read-assignment-file'

const INPUT = {
  jurors: [{ id: 'J1' }, { id: 'J2', maxLoad: 1 }],
  entries: [{ id: 'A' }, { id: 'B' }],
  conflicts: [{ juror: 'J1', entry: 'A' }],
  perEntry: 2,
  seed: 2018,
}
const pair = { juror: 'J1', entry: 'B' }

test('reads what it knows and ignores the rest; lists that may lack are empty', () => {
  const text = JSON.stringify({
    ...INPUT,
    conflicts: undefined,
    made: 'by hand',
    costs: [{ ...pair, cost: 3 }],
  })
  expect(readAssignmentFile(`\uFEFF${text}`)).toEqual({
    ...INPUT,
    conflicts: [],
    seed: '2018',
    fixed: [],
    costs: [{ ...pair, cost: 3 }],
  })
})

test.each<[string, object, object]>([
  ['no jurors', { jurors: undefined }, { code: 'assignment-file-list', values: { list: 'jurors' } }],
  [
    'conflicts that are none',
    { conflicts: ['J1'] },
    { code: 'assignment-file-list', values: { list: 'conflicts' } },
  ],
  ['perEntry 0', { perEntry: 0 }, { code: 'assignment-file-per-entry', values: { value: '0' } }],
  ['half a ballot', { perEntry: 2.5 }, { code: 'assignment-file-per-entry', values: { value: '2.5' } }],
  ['perEntry as text', { perEntry: '3' }, { code: 'assignment-file-per-entry', values: { value: '"3"' } }],
  [
    'no perEntry',
    { perEntry: undefined },
    { code: 'assignment-file-per-entry', values: { value: 'nothing' } },
  ],
  ['no seed', { seed: undefined }, { code: 'assignment-file-seed' }],
  [
    'an id that is a number',
    { entries: [{ id: 1 }] },
    { code: 'assignment-file-id', values: { list: 'entries', place: 1 } },
  ],
  ['an id of spaces', { entries: [{ id: ' ' }] }, { code: 'assignment-file-id' }],
  [
    'a juror twice',
    { jurors: [{ id: 'J1' }, { id: 'J1' }] },
    { code: 'assignment-file-twice', values: { list: 'jurors', id: 'J1' } },
  ],
  [
    'an entry twice',
    { entries: [{ id: 'A' }, { id: 'A' }] },
    { code: 'assignment-file-twice', values: { list: 'entries', id: 'A' } },
  ],
  [
    'a load below 0',
    { jurors: [{ id: 'J1', maxLoad: -1 }] },
    { code: 'assignment-file-load', values: { juror: 'J1', value: '-1' } },
  ],
  [
    'a conflict about nothing',
    { conflicts: [{ juror: 'J1' }] },
    { code: 'assignment-file-unknown', values: { kind: 'entry', id: 'nothing' } },
  ],
  [
    'a fixed stranger',
    { fixed: [{ ...pair, juror: 'J9' }] },
    { code: 'assignment-file-unknown', values: { list: 'fixed', id: '"J9"' } },
  ],
  [
    'a fixed pair in conflict',
    { conflicts: [pair], fixed: [pair] },
    { code: 'assignment-file-fixed', values: pair },
  ],
  [
    'a cost of 101',
    { costs: [{ ...pair, cost: 101 }] },
    { code: 'assignment-file-cost', values: { place: 1 } },
  ],
  ['a cost twice', { costs: [1, 2].map((cost) => ({ ...pair, cost })) }, { code: 'assignment-file-twice' }],
])('refuses %s', (_, change, refusal) => {
  expect(readAssignmentFile(JSON.stringify({ ...INPUT, ...change }))).toMatchObject({
    refused: true,
    ...refusal,
  })
})

test.each(['', '{"jurors": [', '[]', 'null', '3'])('refuses “%s”, which is no object', (text) => {
  expect(readAssignmentFile(text)).toMatchObject({ code: 'assignment-file-json' })
})
