import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { FIELDS, LANGUAGES } from '@/domain/registration/import/fields'
import { LINE_CODES, NOTE_CODES } from '@/domain/registration/import/lines'
import { OUTCOMES } from '@/domain/registration/import/plan'
import { ENCODINGS } from '@/domain/registration/import/table'
import sentences from '@/messages/en/import.json'
import { readMessages } from '@/messages/read'
import { sentenceOf } from '@/server/refusals'

describe('everything an import can say has its words, and no more', () => {
  test.each([
    ['lines', LINE_CODES],
    ['notes', NOTE_CODES],
    ['outcomes', OUTCOMES],
    ['fields', FIELDS],
    ['languages', LANGUAGES],
    ['encodings', ENCODINGS],
  ] as const)('%s', (part, codes) => {
    expect(Object.keys(sentences[part]).sort()).toEqual([...codes].sort())
  })
})

test('a line says what is wrong and what to do', () => {
  const say = createTranslator({ locale: 'en', messages: readMessages('en'), namespace: 'import.lines' })
  expect([
    say('empty', { field: 'email' }),
    say('empty', { field: 'firstName' }),
    say('team-full', { team: 'Ulduz', limit: 5 }),
    say('too-many-cells', { surplus: 1 }),
  ]).toEqual([
    'E-mail is empty. Fill it in, or leave the line out.',
    'The name is empty. Fill it in, or leave the line out.',
    'Ulduz has all its 5 seats taken. Choose another team, or leave the team empty.',
    'The line has 1 cell more than there are headings, so its cells may stand under the wrong ones. Correct the line, or leave it out.',
  ])
})

test('a list is refused with its name and the limit', () => {
  const refusal = { refused: true, values: { name: 'a.csv', rows: 20_001, limit: 20_000 } } as const
  expect(sentenceOf({ ...refusal, code: 'list-too-long' })).toBe(
    '“a.csv” has 20,001 lines; a list may have 20,000. Cut it in parts and import them one after the other.',
  )
})
