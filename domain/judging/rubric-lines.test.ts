import { expect, test } from 'vitest'
import { readRubricLines } from './rubric-lines'

const weighted = (name: string, weight: number) => ({ kind: 'weighted', name, weight })

test.each([
  ['', []],
  ['\n \n', []],
  ['Use of space data: 60', [weighted('Use of space data', 60)]],
  ['Peyk məlumatı:60\r\n\r\nKomanda : 40 %', [weighted('Peyk məlumatı', 60), weighted('Komanda', 40)]],
  ['Ratio 2:1: 12,5', [weighted('Ratio 2:1', 12.5)]],
  ['Nothing: 0', [weighted('Nothing', 0)]],
])('%j is read as its criteria', (text, criteria) => {
  expect(readRubricLines(text)).toEqual(criteria)
})

test.each([
  ['Use of space data', 1],
  ['Good: 60\nBad', 2],
  ['Good: 60\n\nBad: many', 3],
  [': 60', 1],
  ['Bad: -5', 1],
  ['Bad: 1e9', 1],
  ['Bad: NaN', 1],
])('%j is refused by its line', (text, line) => {
  expect(readRubricLines(text)).toMatchObject({ code: 'rubric-line', values: { line } })
})
