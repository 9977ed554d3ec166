import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextReading, paperCells, typedValue } from './paper-readings'

const cellsOf = (...values: (number | null)[]) =>
  paperCells(
    ['a'],
    values.map((value) => ({ criterion: 'a', value })),
  )

test.each<[string, (number | null)[], ReturnType<typeof cellsOf>[number], number | null]>([
  ['not read yet', [], { criterion: 'a', readings: 0, agreed: false }, 1],
  ['read once', [7], { criterion: 'a', readings: 1, agreed: false }, 2],
  ['read twice the same', [7, 7], { criterion: 'a', readings: 2, agreed: true, value: 7 }, null],
  ['two that differ are asked again', [7, 8], { criterion: 'a', readings: 2, agreed: false }, 3],
  [
    'the third agrees with the first',
    [7, 8, 7],
    { criterion: 'a', readings: 3, agreed: true, value: 7 },
    null,
  ],
  [
    'the third agrees with the second',
    [7, 8, 8],
    { criterion: 'a', readings: 3, agreed: true, value: 8 },
    null,
  ],
  ['three that all differ', [7, 8, 9], { criterion: 'a', readings: 3, agreed: false }, 4],
  [
    'nothing is written there',
    [null, null],
    { criterion: 'a', readings: 2, agreed: true, value: null },
    null,
  ],
  ['nothing, and a nought', [null, 0], { criterion: 'a', readings: 2, agreed: false }, 3],
])('%s', (_name, values, cell, next) => {
  const cells = cellsOf(...values)
  expect(cells).toEqual([cell])
  expect(nextReading(cells)).toBe(next)
})

test('cells are read apart: only the open ones are asked for again', () => {
  const cells = paperCells(
    ['a', 'b'],
    [
      { criterion: 'a', value: 7 },
      { criterion: 'b', value: 5 },
      { criterion: 'a', value: 7 },
      { criterion: 'b', value: 6 },
    ],
  )
  expect(cells.map(({ agreed }) => agreed)).toEqual([true, false])
  expect(nextReading(cells)).toBe(3)
})

test('one reading alone never settles a cell, and what settles it was read twice', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { maxLength: 6 }), (values) => {
      const [cell] = cellsOf(...values)
      const twice = values.filter((value, at) => values.indexOf(value) < at)
      expect(cell?.agreed).toBe(twice.length > 0)
      if (cell?.agreed) expect(values.filter((value) => value === cell.value).length).toBeGreaterThan(1)
    }),
  )
})

test.each<[string, number | null | undefined]>([
  ['7', 7],
  [' 7,5 ', 7.5],
  ['7.5', 7.5],
  ['', null],
  ['-1', undefined],
  ['1e3', undefined],
  ['7;5', undefined],
  ['NaN', undefined],
  ['0x7', undefined],
])('“%s” is typed as %s', (text, value) => {
  expect(typedValue(text)).toBe(value)
})
