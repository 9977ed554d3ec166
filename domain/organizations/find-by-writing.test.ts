import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findByWriting } from './find-by-writing'

const of = (id: string, name: string, shortName: string | null = null, aliases: string[] = []) => ({
  ...{ id, name, shortName, aliases },
})

const KNOWN = [
  of('ada', 'ADA University'),
  of('asoiu', 'Azerbaijan State Oil and Industry University'),
  of('bhos', 'Baku Higher Oil School'),
  of('khazar', 'Khazar University', null, ['Xəzər Universiteti']),
  of('naa', 'National Aviation Academy', 'NAA'),
  of('ufaz', 'French-Azerbaijani University', 'UFAZ'),
]

test.each([
  ['UFAZ', 'ufaz'],
  ['ufaz ', 'ufaz'],
  ['Fransa–Azərbaycan Universiteti', 'ufaz'],
  ['Université franco-azerbaïdjanaise', 'ufaz'],
  ['ASOIU', 'asoiu'],
  ['Azərbaycan Dövlət Neft və Sənaye Universiteti', 'asoiu'],
  ['Азербайджанский государственный университет нефти и промышленности', 'asoiu'],
  ['Хазар', 'khazar'],
  ['Xəzər', 'khazar'],
  ['aviation', 'naa'],
  ['Baku High', 'bhos'],
])('%s finds %s first', (written, id) => {
  expect(findByWriting(written, KNOWN)[0]?.id).toBe(id)
})

test.each(['', ' ', 'x', '–––', 'University of Latvia', 'Oxford'])('“%s” finds none', (written) => {
  expect(findByWriting(written, KNOWN)).toEqual([])
})

test('whatever is written, each is found at most once, and every name finds its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (written) => {
      const ids = findByWriting(written, KNOWN).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
  for (const one of KNOWN) expect(findByWriting(one.name, KNOWN)[0]).toBe(one)
})
