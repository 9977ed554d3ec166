import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELDS, type Field, mapColumns } from './fields'
import { rememberedOf, rememberingMost } from './remembered'

const memory = (of: Record<string, Field | null>) => new Map(Object.entries(of))

describe('what is remembered of a list', () => {
  test.each([
    [['Ad', 'Poçt'], ['fullName', 'email'], { ad: 'fullName', poct: 'email' }],
    [['Ad', ' AD ', 'ad:'], ['fullName', null, null], { ad: 'fullName' }],
    [['Qeyd', 'Qeyd'], [null, 'email'], { qeyd: 'email' }],
    [['', '***', 'Ad'], ['email', null, 'fullName'], { ad: 'fullName' }],
    [['Ad', 'Komanda'], ['fullName'], { ad: 'fullName', komanda: null }],
  ] as const)('%j as %j', (headings, columns, told) => {
    expect(Object.fromEntries(rememberedOf(headings, columns))).toEqual(told)
  })

  test('maps the same headings the same way again', () => {
    const headings = ['Heading one', 'Heading two', 'Heading three', 'Team', 'Email']
    fc.assert(
      fc.property(fc.shuffledSubarray([...FIELDS], { minLength: 5, maxLength: 5 }), (fields) => {
        for (const columns of [fields, fields.with(0, null as never)])
          expect(mapColumns(headings, rememberedOf(headings, columns))).toEqual(columns)
      }),
    )
  })
})

describe('whose headings they are', () => {
  const ada = memory({ tələbə: 'fullName', əlaqə: 'email', qrup: 'team' })
  const keyed = memory({ telebe: 'fullName', elaqe: 'email', qrup: 'team' })
  const less = memory({ telebe: 'fullName', elaqe: 'email' })
  const useless = memory({ telebe: 'fullName', elaqe: null, qrup: 'team' })
  const headings = ['Tələbə', 'Əlaqə', 'Qrup']
  test.each([
    ['nobody’s', [], null],
    ['of one who knows them by another key', [ada], null],
    ['of the one', [keyed], '0'],
    ['of the one who knows more of them', [less, keyed], '1'],
    ['of two alike: nobody’s', [keyed, new Map(keyed)], null],
    ['of one who reads no addresses by it: nobody’s', [useless], null],
  ] as const)('%s', (_, memories, whose) => {
    const known = new Map(memories.map((one, at) => [String(at), one]))
    expect(rememberingMost(headings, known)).toBe(whose)
  })

  test('what synonyms read alone is remembered by nobody', () => {
    expect(rememberingMost(['Name', 'Email'], new Map([['0', memory({ room: 'team' })]]))).toBeNull()
  })
})
