import { describe, expect, test } from 'vitest'
import { languageOf, mapColumns } from './fields'
import { tableOf } from './table'

describe('headings', () => {
  test.each([
    ['First name|Last name|Email|Programme|Year|Team', 'en', 6],
    ['Prénom|Nom|Courriel|Filière|Année|Équipe', 'fr', 6],
    ['PRENOM|NOM|COURRIEL|FILIERE|ANNEE|EQUIPE', 'fr', 6],
    ['Ad|Soyad|E-poçt|İxtisas|Kurs|Komanda', 'az', 6],
    ['Имя|Фамилия|Почта|Специальность|Курс|Команда', 'ru', 6],
    ['Ad|Soyad|E-posta|Bölüm|Sınıf|Takım', 'tr', 6],
    ['AD|SOYAD|E-POSTA|BÖLÜM|SINIF|TAKIM', 'tr', 6],
    ['Xəzər|Sat', 'en', 0],
  ])('%s', (headings, language, recognised) => {
    expect(languageOf(headings.split('|'))).toEqual({ language, recognised })
  })

  test.each([
    ['Ad Soyad|E-mail|Fakültä|Komanda', ['fullName', 'email', 'programme', 'team']],
    ['Nom|Courriel', ['fullName', 'email']],
    ['ФИО|E-mail|Телефон', ['familyFirstName', 'email', 'phone']],
    ['№|Имя|Фамилия|ФИО|Email|E-mail', [null, 'firstName', 'lastName', null, 'email', null]],
    ['Name|Surname|Email (university) *|Room', ['fullName', null, 'email', null]],
    ['Full name|First name|Email', ['fullName', null, 'email']],
    ['Prénom|Last name|E-poçt', ['firstName', 'lastName', 'email']],
  ])('%s hold %j', (headings, fields) => {
    expect(mapColumns(headings.split('|'))).toEqual(fields)
  })

  test('what was remembered goes before the synonyms', () => {
    const remembered = new Map([
      ['room', 'team' as const],
      ['team', null],
    ])
    expect(mapColumns(['Name', 'Email', 'Team', 'Room'], remembered)).toEqual([
      'fullName',
      'email',
      null,
      'team',
    ])
  })
})

const reading = {
  format: 'text',
  encoding: null,
  byteOrderMark: false,
  separator: ';',
  sheet: null,
  sheets: [],
} as const

test('titles and blank lines are left out, and told', () => {
  const lines = [
    ['Students 2018'],
    [''],
    ['Name', 'Email', ''],
    ['A B', 'a@b.example;x'],
    ['', ' '],
    ['C', 'c'],
  ]
  const table = tableOf(
    'list',
    lines.map((cells, index) => ({ line: index + 1, cells })),
    reading,
  )
  expect(table).toEqual({
    fileName: 'list',
    reading,
    language: 'en',
    headerLine: 3,
    headings: ['Name', 'Email'],
    columns: ['fullName', 'email'],
    rows: [
      { line: 4, cells: ['A B', 'a@b.example;x'] },
      { line: 6, cells: ['C', 'c'] },
    ],
    titleLines: [1],
    blankLines: [2, 5],
    quotedLines: [4],
    mergedLines: [],
  })
})
