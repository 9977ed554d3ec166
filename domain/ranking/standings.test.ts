import { describe, expect, test } from 'vitest'
import type { Decision } from './decisions'
import { type Ballot, type RankingInput, rank } from './rank'
import { ballot, cell, final } from './testing'

const order = (entries: string, by = 'P', kind: Decision['kind'] = 'order'): Decision => ({
  id: `${by} ${kind} ${entries}`,
  kind,
  entries: entries.split(' '),
  by,
})
const ballots = (...texts: string[]): readonly Ballot[] => texts.map((text) => ballot(text))

/** Each place with its rank and rung, and between two places what decided, with its figures. */
function standing(given: readonly Ballot[], more: Partial<RankingInput> = {}): string[] {
  const { ranking, pairs } = rank(final(given, more))
  const said = pairs.map((by) => {
    if (by.rung === 'decision' || by.rung === 'shared' || by.rung === 'deliberation')
      return `${by.rung}: ${by.decision}`
    const rung = by.rung === 'criterion' ? by.criterion : by.rung
    return `${rung}: ${by.figures.map((figure) => Number(figure.toFixed(4))).join(' > ')}`
  })
  return ranking.flatMap(({ entry, rank, decidedBy }, place) => [
    `${rank} ${entry} by ${decidedBy}`,
    ...said.slice(place, place + 1),
  ])
}

/** The same marks for all: nothing but a decision can part them. */
const EQUAL = ballots('J1 X: 7 7 7', 'P X: 6 6 6', 'J1 Y: 7 7 7', 'P Y: 6 6 6', 'J1 Z: 7 7 7', 'P Z: 6 6 6')
const PAIR = EQUAL.slice(0, 4)

describe('the ladder', () => {
  test.each<[string, readonly Ballot[], Partial<RankingInput>, string[]]>([
    ['one alone', ballots('J1 X: 7 7 7'), {}, ['1 X by fair-average']],
    [
      '1: the fair average',
      ballots('J1 X: 7 7 7', 'J1 Y: 6 7 7'),
      {},
      ['1 X by fair-average', 'fair-average: 70 > 65', '2 Y by fair-average'],
    ],
    [
      '2: the criterion of the largest weight',
      ballots('J1 X: 6 9 7', 'J1 Y: 7 7 7'),
      {},
      ['1 Y by criterion', 'a: 70 > 60', '2 X by criterion'],
    ],
    [
      '2: equal weights in the order of the rubric',
      ballots('J1 X: 7 6 8', 'J1 Y: 7 8 6'),
      {},
      ['1 Y by criterion', 'b: 80 > 60', '2 X by criterion'],
    ],
    [
      '2: acts inside the part still tied and never goes back',
      // a parts W; among X, Y, Z with a equal, b puts Y first; X and Z share b too, and with it c.
      ballots('J1 W: 8 6 6', 'J1 X: 7 6 8', 'J1 Y: 7 8 6', 'J1 Z: 7 6 8'),
      {},
      [
        '1 W by criterion',
        'a: 80 > 70',
        '2 Y by criterion',
        'b: 80 > 60',
        '3 X by shared',
        'shared: null',
        '3 Z by shared',
      ],
    ],
    [
      '3: more of the jurors who scored both prefer one',
      // Two prefer X a little, one prefers Y a lot; fair averages are equal overall and on every criterion.
      ballots('J1 X: 7 7 7', 'P X: 7 7 7', 'J3 X: 4 4 4', 'J1 Y: 6 6 6', 'P Y: 6 6 6', 'J3 Y: 6 6 6'),
      {},
      ['1 X by head-to-head', 'head-to-head: 2 > 1', '2 Y by head-to-head'],
    ],
    [
      '3: as many prefer the one as the other',
      ballots('J1 X: 7 7 7', 'P X: 6 6 6', 'J1 Y: 6 6 6', 'P Y: 7 7 7'),
      {},
      ['1 X by shared', 'shared: null', '1 Y by shared'],
    ],
    [
      '3: never of three',
      ballots(
        ...['J1 X: 7 7 7', 'P X: 7 7 7', 'J3 X: 4 4 4', 'J1 Y: 6 6 6', 'P Y: 6 6 6', 'J3 Y: 6 6 6'],
        ...['J1 Z: 6 6 6', 'P Z: 6 6 6', 'J3 Z: 6 6 6'],
      ),
      {},
      ['1 X by shared', 'shared: null', '1 Y by shared', 'shared: null', '1 Z by shared'],
    ],
    [
      '4: the president’s recorded decision',
      EQUAL,
      { decisions: [order('Z X Y')] },
      [
        '1 Z by decision',
        'decision: P order Z X Y',
        '2 X by decision',
        'decision: P order Z X Y',
        '3 Y by decision',
      ],
    ],
    [
      '4: the newest one',
      PAIR,
      { decisions: [order('X Y'), order('Y X')] },
      ['1 Y by decision', 'decision: P order Y X', '2 X by decision'],
    ],
    [
      '4: not one that leaves a tied entry out',
      EQUAL,
      { decisions: [order('Z Y')] },
      ['1 X by shared', 'shared: null', '1 Y by shared', 'shared: null', '1 Z by shared'],
    ],
    [
      '4: one made when more were tied still orders those left',
      PAIR,
      { decisions: [order('Y W X')] },
      ['1 Y by decision', 'decision: P order Y W X', '2 X by decision'],
    ],
    [
      '4: orders only what is tied',
      ballots('J1 X: 7 7 7', 'J1 Y: 6 7 7'),
      { decisions: [order('Y X')] },
      ['1 X by fair-average', 'fair-average: 70 > 65', '2 Y by fair-average'],
    ],
    [
      '4: not a juror’s who does not preside',
      PAIR,
      { decisions: [order('Y X', 'J1')] },
      ['1 X by shared', 'shared: null', '1 Y by shared'],
    ],
    [
      '4: a president in conflict leaves it to the next voting juror in order, past the honorary seat',
      [...PAIR.filter(({ juror }) => juror !== 'P'), ...ballots('J3 X: 6 6 6', 'J3 Y: 6 6 6')],
      { conflicts: [cell('P X')], decisions: [order('X Y'), order('Y X', 'J3'), order('X Y', 'J1')] },
      ['1 Y by decision', 'decision: J3 order Y X', '2 X by decision'],
    ],
    [
      'else the rank is shared, and the next one skips',
      [...EQUAL, ...ballots('J1 W: 5 5 5', 'P W: 5 5 5')],
      {},
      [
        '1 X by shared',
        'shared: null',
        '1 Y by shared',
        'shared: null',
        '1 Z by shared',
        'fair-average: 65 > 50',
        '4 W by fair-average',
      ],
    ],
    [
      'sharing can be confirmed, also after an order was recorded',
      PAIR,
      { decisions: [order('Y X'), order('X Y', 'P', 'share-rank')] },
      ['1 X by shared', 'shared: P share-rank X Y', '1 Y by shared'],
    ],
  ])('%s', (_, given, more, expected) => {
    expect(standing(given, more)).toEqual(expected)
  })

  test('a tie is listed as the fair average left it and as the ladder did', () => {
    const given = ballots('J1 W: 8 6 6', 'J1 X: 7 6 8', 'J1 Y: 7 8 6', 'J1 Z: 7 6 8', 'J1 V: 1 1 1')
    expect(rank(final(given)).ties).toEqual([
      {
        rank: 1,
        entries: ['W', 'Y', 'X', 'Z'],
        shared: [{ rank: 3, entries: ['X', 'Z'], confirmedBy: null }],
      },
    ])
  })
})

describe('a place that promotes cannot be shared', () => {
  const promoting = (slots: number, decisions: readonly Decision[] = [], more: Partial<RankingInput> = {}) =>
    rank(final(PAIR, { slots, decisions, ...more })).gates.flatMap((gate) =>
      gate.code === 'TIED_PLACE' ? [gate.detail] : [],
    )
  const tied = { rank: 1, entries: ['X', 'Y'], promotes: true, decider: 'P' }
  const confirmed = order('X Y', 'P', 'share-rank')

  test.each<[string, number, readonly Decision[], object[]]>([
    ['one slot, a shared first rank', 1, [], [tied]],
    ['two slots: which of the two goes first matters', 2, [], [tied]],
    ['confirming is not enough', 1, [confirmed], [tied]],
    ['an order is', 1, [order('Y X')], []],
    ['without a slot the first rank waits for a word', 0, [], [{ ...tied, promotes: false }]],
    ['and may be shared when that is the word', 0, [confirmed], []],
  ])('%s', (_, slots, decisions, expected) => {
    expect(promoting(slots, decisions)).toEqual(expected)
  })

  test('a rank shared below the places that promote needs no decision', () => {
    const given = [...PAIR, ...ballots('J1 W: 9 9 9', 'P W: 9 9 9')]
    expect(rank(final(given, { slots: 1 })).gates.map(({ code }) => code)).not.toContain('TIED_PLACE')
    expect(rank(final(given, { slots: 2 })).gates.map(({ code }) => code)).toContain('TIED_PLACE')
  })

  test('names who is to decide, and says when nobody may', () => {
    expect(promoting(1, [], { conflicts: [cell('P X')] })).toEqual([{ ...tied, decider: 'J3' }])
    const conflicts = ['P X', 'J1 Y', 'J3 X'].map(cell)
    const given = ballots('J1 X: 7 7 7', 'J3 Y: 7 7 7', 'J1 Z: 5 5 5', 'J3 Z: 5 5 5')
    const [gate] = rank(final(given, { slots: 1, conflicts })).gates
    expect(gate).toEqual({ level: 'BLOCK', code: 'TIED_PLACE', detail: { ...tied, decider: null } })
  })
})
