import { expect, test } from 'vitest'
import { proposedBy } from './proposed'

const ORGANIZATIONS = [
  { id: 'ada', name: 'ADA University' },
  { id: 'asoiu', name: 'Azerbaijan State Oil and Industry University' },
  { id: 'bhos', name: 'Baku Higher Oil School', aliases: ['Bakı Ali Neft Məktəbi'] },
  { id: 'ufaz', name: 'French–Azerbaijani University', shortName: 'UFAZ' },
  { id: 'xezer', name: 'Xəzər Universiteti' },
]

test.each([
  ['ufaz.tsv', ['ufaz']],
  ['ASOIU students.xlsx', ['asoiu']],
  ['students_of_asoiu_2018.csv', ['asoiu']],
  ['2018-05-10 BHOS siyahı (final).csv', ['bhos']],
  ['bakı-ali-neft-məktəbi.csv', ['bhos']],
  ['Khazar university list.csv', ['xezer']],
  ['ada_university.v2.xlsx', ['ada']],
  ['students.csv', []],
  ['list', []],
  ['İştirakçılar 2018.xlsx', []],
  ['', []],
])('%s', (fileName, ids) => {
  expect(proposedBy(fileName, ORGANIZATIONS).map(({ id }) => id)).toEqual(ids)
})

test('a name of a thousand words is answered at once', () => {
  expect(proposedBy(`${'word '.repeat(1_000)}.csv`, ORGANIZATIONS)).toEqual([])
})
