import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countInstitutions, type ParentLink, parentOf, related, rootOf } from './institution-tree'

const always = (organizationId: string, parentId: string): ParentLink => ({
  organizationId,
  parentId,
  since: null,
  until: null,
})
const baku = [always('ufaz', 'asoiu')]
const day = '2018-05-25'

describe('the institution tree', () => {
  test('counts Baku as four roots and five named', () => {
    const represented = ['ada', 'bhos', 'naa', 'asoiu', 'ufaz', 'ufaz', 'ada']
    expect(countInstitutions(represented, baku, day)).toEqual({ roots: 4, named: 5 })
    expect(countInstitutions(['ufaz'], baku, day)).toEqual({ roots: 1, named: 1 })
    expect(countInstitutions([], baku, day)).toEqual({ roots: 0, named: 0 })
  })

  test.each([
    ['ufaz', 'ufaz', true],
    ['ufaz', 'asoiu', true],
    ['asoiu', 'ufaz', true],
    ['ufaz', 'ada', false],
    ['ufaz', 'geology', false],
    ['lab', 'asoiu', false],
  ])('%s and %s related: %s', (a, b, expected) => {
    const links = [...baku, always('geology', 'asoiu'), always('lab', 'ufaz')]
    expect(related(a, b, links, day)).toBe(expected)
  })

  test.each([
    ['2015-09-14', null],
    ['2015-09-15', 'asoiu'],
    ['2030-12-31', 'asoiu'],
    ['2031-01-01', null],
  ])('a parent holds on its days only: %s → %s', (on, expected) => {
    const links = [{ ...always('ufaz', 'asoiu'), since: '2015-09-15', until: '2030-12-31' }]
    expect(parentOf('ufaz', links, on)).toBe(expected)
    expect(rootOf('ufaz', links, on)).toBe(expected ?? 'ufaz')
  })

  test('climbs to the top of any depth', () => {
    expect(rootOf('lab', [...baku, always('lab', 'ufaz')], day)).toBe('asoiu')
  })

  test('ends on a circle, and all of the circle and below agree', () => {
    const circle = [always('a', 'b'), always('b', 'c'), always('c', 'a'), always('z', 'b')]
    expect(['a', 'b', 'c', 'z'].map((id) => rootOf(id, circle, day))).toEqual(['a', 'a', 'a', 'a'])
  })

  test('never counts more roots than names, whatever the links', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id)), fc.array(id), (pairs, ids) => {
        const links = pairs.filter(([child, parent]) => child !== parent).map(([a, b]) => always(a, b))
        const { roots, named } = countInstitutions(ids, links, day)
        expect(roots).toBeLessThanOrEqual(named)
        expect(named).toBe(new Set(ids).size)
      }),
    )
  })
})
