import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beforeCloseCalls } from './close-calls'
import { waitsForTie } from './companion/close-group'
import { type Decision, isSameQuestion } from './decisions'
import { type Ranking, type RankingInput, rank } from './rank'
import { JURY, RUBRIC } from './testing'

const SEED = 'a'.repeat(64)
const JURORS = ['J1', 'P', 'J3']
const ENTRIES = ['A', 'B', 'C', 'D', 'E']

/** Every voting juror gives entry k the level `levels[k]`, a step more or less from juror to juror. */
function finalOf(levels: readonly number[], decisions: readonly Decision[] = []): RankingInput {
  const entries = ENTRIES.slice(0, levels.length)
  const cells = entries.flatMap((entry) => JURORS.map((juror) => ({ juror, entry })))
  return {
    entries: entries.map((id) => ({ id })),
    jurors: JURY,
    criteria: RUBRIC,
    ballots: cells.map(({ juror, entry }) => {
      const level = levels[entries.indexOf(entry)] ?? 0
      return { juror, entry, status: 'submitted', marks: { gate: 1, a: level, b: level, c: level } }
    }),
    decisions,
    conflicts: [],
    assignments: cells,
    slots: 1,
    minBallots: 3,
  }
}

const order = (...entries: string[]): Decision => ({
  id: 'D1',
  kind: 'order',
  entries,
  by: 'P',
  close: { seed: SEED, reasons: ['unsure'], pFirst: entries.map(() => 0.3) },
})

const places = ({ ranking }: Ranking) =>
  ranking.map(({ rank, entry, decidedBy }) => `${rank} ${entry} ${decidedBy}`)
const between = ({ pairs }: Ranking) => pairs.map(({ above, below, rung }) => `${above} > ${below} ${rung}`)

test.each<[string, readonly number[], Decision, string[], string[]]>([
  [
    'neighbours change places',
    [9, 8, 7, 6],
    order('B', 'A'),
    ['1 B deliberation', '2 A deliberation', '3 C fair-average', '4 D fair-average'],
    ['B > A deliberation', 'A > C fair-average', 'C > D fair-average'],
  ],
  [
    'the order of the figures, confirmed',
    [9, 8, 7],
    order('A', 'B'),
    ['1 A deliberation', '2 B deliberation', '3 C fair-average'],
    ['A > B deliberation', 'B > C fair-average'],
  ],
  [
    'an entry in between keeps its place',
    [9, 8, 7, 6],
    order('C', 'A'),
    ['1 C deliberation', '2 B fair-average', '3 A deliberation', '4 D fair-average'],
    ['C > B deliberation', 'B > A deliberation', 'A > D fair-average'],
  ],
  [
    'two that are tied are parted',
    [9, 9, 7],
    order('B', 'A'),
    ['1 B deliberation', '2 A deliberation', '3 C fair-average'],
    ['B > A deliberation', 'A > C fair-average'],
  ],
  [
    'one tied with an entry not named moves nothing',
    [9, 8, 8],
    order('B', 'A'),
    ['1 A fair-average', '2 B shared', '2 C shared'],
    ['A > B fair-average', 'B > C shared'],
  ],
  [
    'an entry that is not ranked moves nothing',
    [9, 8],
    order('B', 'A', 'Z'),
    ['1 A fair-average', '2 B fair-average'],
    ['A > B fair-average'],
  ],
  [
    'decided by somebody else it moves nothing',
    [9, 8],
    { ...order('B', 'A'), by: 'J1' },
    ['1 A fair-average', '2 B fair-average'],
    ['A > B fair-average'],
  ],
])('%s', (_name, levels, decision, ranked, pairs) => {
  const ranking = rank(finalOf(levels, [decision]))
  expect(places(ranking)).toEqual(ranked)
  expect(between(ranking)).toEqual(pairs)
})

test('an order of a close group stands beside the tie it was settled after, and each takes the place of its own kind', () => {
  const close = order('C', 'A')
  const tie: Decision = { id: 'D0', kind: 'order', entries: ['B', 'C'], by: 'P' }
  const gate: Decision = { id: 'D2', kind: 'gate-pass', entries: ['C'], by: 'P' }
  const final = finalOf([9, 8, 8, 6], [tie, close])
  expect(places(rank({ ...final, slots: 2 }))).toEqual([
    '1 C deliberation',
    '2 B decision',
    '3 A deliberation',
    '4 D fair-average',
  ])
  expect(
    [close, tie, gate].map((one) => [close, tie, gate].map((other) => isSameQuestion(one, other))),
  ).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ])
  expect(isSameQuestion(close, order('B', 'D'))).toBe(false)
  expect(isSameQuestion(close, order('A', 'D'))).toBe(true)
})

test('a group waits for the tie of one of its entries with an entry outside of it, and for no other', () => {
  const [tied, decided] = [finalOf([9, 8, 8]), finalOf([9, 8, 8], [order('C', 'A')])]
  expect(waitsForTie(tied, ['A', 'B'])).toBe(true)
  expect(waitsForTie(tied, ['A', 'B', 'C'])).toBe(false)
  expect(waitsForTie(decided, ['A', 'C'])).toBe(true)
  const settled: Decision = { id: 'D0', kind: 'order', entries: ['B', 'C'], by: 'P' }
  expect(waitsForTie(finalOf([9, 8, 8], [settled]), ['A', 'B'])).toBe(false)
})

test('a place that promotes is no longer shared once the jury has put all who share it in order', () => {
  const open = rank(finalOf([9, 9, 7]))
  expect(open.gates.map(({ code }) => code)).toContain('TIED_PLACE')
  const settled = rank(finalOf([9, 9, 7], [order('B', 'A')]))
  expect(settled.gates.map(({ code }) => code)).not.toContain('TIED_PLACE')
  expect(settled.sealable).toBe(true)
})

test('only the named change places, nobody’s figures change, and without the decision all is as before', () => {
  const levels = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 })
  const named = fc.shuffledSubarray(ENTRIES, { minLength: 2 })
  fc.assert(
    fc.property(levels, named, (halves, entries) => {
      const final = finalOf(
        halves.map((half) => half / 2),
        [order(...entries)],
      )
      const [before, after] = [rank(beforeCloseCalls(final)), rank(final)]
      const rankOf = (ranking: Ranking) =>
        new Map(ranking.ranking.map((ranked) => [ranked.entry, ranked.rank]))
      const [was, is] = [rankOf(before), rankOf(after)]
      const taken = entries.map((entry) => was.get(entry) ?? 0).sort((a, b) => a - b)
      expect(entries.map((entry) => is.get(entry))).toEqual(taken)
      for (const entry of ENTRIES) if (!entries.includes(entry)) expect(is.get(entry)).toBe(was.get(entry))
      const scores = ({ ranking }: Ranking) =>
        ranking.map(({ entry, score, se }) => [entry, score, se]).sort()
      expect(scores(after)).toEqual(scores(before))
      expect(after.pairs.length).toBe(ENTRIES.length - 1)
    }),
  )
})
