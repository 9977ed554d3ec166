import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBecome } from './follow'
import { type Candidate, freeSlot, holdsPlace, nominate, type Offer } from './nominate'
import { PROMOTION_STATES } from './states'

const team = (entry: string, given: Partial<Candidate> = {}): Candidate => ({
  entry,
  rank: 1,
  root: null,
  withdrawn: false,
  ...given,
})
const offer = (entry: string, state: Offer['state'], slot = 1): Offer => ({ entry, state, slot })
const one = { slots: 1, capPerRoot: null }

test.each([
  ['the first', [team('a'), team('b')], one, [], 'a', [], ['b']],
  [
    'the next after a decline',
    [team('a'), team('b')],
    one,
    [offer('a', 'declined')],
    'b',
    ['a answered'],
    [],
  ],
  ['nobody when all answered', [team('a')], one, [offer('a', 'expired')], null, ['a answered'], []],
  ['not a withdrawn team', [team('a', { withdrawn: true }), team('b')], one, [], 'b', ['a withdrawn'], []],
  ['not an unranked one', [team('a', { rank: null }), team('b')], one, [], 'b', ['a not-ranked'], []],
  [
    'another institution once the cap is reached',
    [team('a', { root: 'x' }), team('b', { root: 'x' }), team('c', { root: 'y' })],
    { slots: 2, capPerRoot: 1 },
    [offer('a', 'accepted')],
    'c',
    ['b cap-per-institution'],
    [],
  ],
  [
    'the same institution again once its team withdrew',
    [team('a', { root: 'x' }), team('b', { root: 'x' })],
    { slots: 1, capPerRoot: 1 },
    [offer('a', 'withdrawn')],
    'b',
    ['a answered'],
    [],
  ],
] as const)('the rule names %s', (_, candidates, rule, offers, nominee, passedOver, reserves) => {
  const named = nominate(candidates, rule, offers)
  expect({
    nominee: named.nominee?.entry ?? null,
    passedOver: named.passedOver.map(({ entry, reason }) => `${entry} ${reason}`),
    reserves: named.reserves,
  }).toEqual({ nominee, passedOver, reserves })
})

test('the lowest slot nobody holds is free', () => {
  expect(freeSlot({ slots: 2, capPerRoot: null }, [offer('a', 'offered', 1)])).toBe(2)
  expect(
    freeSlot({ slots: 2, capPerRoot: null }, [offer('a', 'declined', 1), offer('b', 'confirmed', 2)]),
  ).toBe(1)
  expect(freeSlot(one, [offer('a', 'accepted')])).toBeNull()
  expect(freeSlot({ slots: 0, capPerRoot: null }, [])).toBeNull()
})

test('whoever answers what, no more than the slots are ever held and nobody is asked twice', () => {
  const answers = fc.array(fc.constantFrom('declined', 'withdrawn', 'expired', 'confirmed', 'accepted'))
  const field = fc.array(fc.record({ root: fc.constantFrom('x', 'y', null), withdrawn: fc.boolean() }))
  fc.assert(
    fc.property(
      field,
      fc.integer({ min: 0, max: 4 }),
      fc.option(fc.integer({ min: 1, max: 2 })),
      answers,
      (given, slots, capPerRoot, replies) => {
        const candidates = given.map((facts, index) => team(`e${index}`, { rank: index + 1, ...facts }))
        const offers: Offer[] = []
        for (const state of replies) {
          const slot = freeSlot({ slots, capPerRoot }, offers)
          const { nominee } = nominate(candidates, { slots, capPerRoot }, offers)
          if (slot === null || nominee === null) break
          expect(offers.map(({ entry }) => entry)).not.toContain(nominee.entry)
          expect(nominee.withdrawn).toBe(false)
          offers.push({ slot, state, entry: nominee.entry })
        }
        const held = offers.filter(holdsPlace)
        expect(held.length).toBeLessThanOrEqual(slots)
        for (const root of ['x', 'y']) {
          const sent = held.filter(
            ({ entry }) => candidates.find((one) => one.entry === entry)?.root === root,
          )
          expect(sent.length).toBeLessThanOrEqual(capPerRoot ?? Number.POSITIVE_INFINITY)
        }
      },
    ),
  )
})

test('an offer goes one way', () => {
  const steps = PROMOTION_STATES.flatMap((from) =>
    PROMOTION_STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  )
  expect(steps).toEqual([
    'open → offered',
    'offered → confirmed',
    'offered → declined',
    'offered → withdrawn',
    'offered → expired',
    'confirmed → accepted',
    'confirmed → withdrawn',
    'confirmed → expired',
    'accepted → withdrawn',
  ])
})
