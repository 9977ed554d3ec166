import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from './decisions'
import { type Ballot, type Ranking, type RankingInput, rank } from './rank'
import { ballot, cell, final, JURY } from './testing'

const blocks = ({ gates }: Ranking) => gates.filter(({ level }) => level === 'BLOCK')
const places = ({ ranking }: Ranking) => ranking.map(({ entry, rank }) => `${rank} ${entry}`)
const decision = (
  kind: Decision['kind'],
  entries: string,
  by = 'P',
  id = `${kind} ${entries}`,
): Decision => ({
  id,
  kind,
  entries: entries.split(' '),
  by,
})

/** X before Y before Z for every juror. */
const CLEAR = [
  ...['J1 X: 9 8 7', 'P X: 8 8 8', 'J3 X: 9 9 9'],
  ...['J1 Y: 6 6 6', 'P Y: 7 5 6', 'J3 Y: 7 7 7'],
  ...['J1 Z: 4 5 5', 'P Z: 3 4 5', 'J3 Z: 4 4 4'],
].map((text) => ballot(text))

test('a complete final, as a whole', () => {
  const third = (thirds: number) => expect.closeTo(thirds / 3, 9)
  expect(rank(final(CLEAR))).toEqual({
    ranking: [
      {
        entry: 'X',
        rank: 1,
        score: third(252.5),
        raw: third(252.5),
        severity: expect.closeTo(0, 9),
        se: expect.any(Number),
        n: 3,
        provisional: false,
        decidedBy: 'fair-average',
        component: 0,
      },
      expect.objectContaining({ entry: 'Y', rank: 2, score: third(192.5), raw: third(192.5) }),
      expect.objectContaining({ entry: 'Z', rank: 3, score: third(122.5), raw: third(122.5) }),
    ],
    notRanked: [],
    jurors: [
      { id: 'J1', n: 3, effect: expect.any(Number), mean: 62.5, sd: expect.any(Number), component: 0 },
      expect.objectContaining({ id: 'J3', n: 3 }),
      expect.objectContaining({ id: 'P', n: 3 }),
    ],
    pairs: [
      { above: 'X', below: 'Y', rung: 'fair-average', figures: [third(252.5), third(192.5)] },
      { above: 'Y', below: 'Z', rung: 'fair-average', figures: [third(192.5), third(122.5)] },
    ],
    ties: [],
    gates: [],
    components: [
      {
        entries: ['X', 'Y', 'Z'],
        jurors: ['J1', 'J3', 'P'],
        n: 9,
        rss: expect.any(Number),
        df: 4,
        sigma: expect.any(Number),
      },
    ],
    sealable: true,
  })
})

test('explains a fair average: the team was seen by strict jurors', () => {
  const { ranking } = rank(final(CLEAR.filter((_, k) => k !== 2)))
  const [first] = ranking
  expect(first).toMatchObject({ entry: 'X', n: 2, raw: expect.closeTo(81.25, 9) })
  expect(first?.severity).toBeLessThan(0)
  expect((first?.raw ?? 0) - (first?.severity ?? 0)).toBeCloseTo(first?.score ?? 0, 9)
})

describe('which ballots count', () => {
  const without = rank(final(CLEAR))
  test.each<[string, Partial<RankingInput> | Ballot]>([
    ['not an honorary juror’s', ballot('H Z: 10 10 10')],
    ['not a draft', ballot('J1 W: 10 10 10', { status: 'draft' })],
    ['not a recused one', ballot('J1 W: 10 10 10', { status: 'recused' })],
    ['not an absent juror’s', ballot('J1 W:', { status: 'absent' })],
    ['not one set aside', ballot('J1 W: 10 10 10', { setAside: true })],
    ['not one that lacks a mark', ballot('J1 W: 10 10')],
  ])('%s', (_, more) => {
    const found = rank(final([...CLEAR, more as Ballot]))
    expect(found.ranking).toEqual(without.ranking)
  })

  test('not one across a conflict, even when nobody set it aside', () => {
    const found = rank(final([...CLEAR, ballot('J1 W: 10 10 10')], { conflicts: [cell('J1 W')] }))
    expect(found.ranking).toEqual(without.ranking)
    expect(found.notRanked).toEqual([{ entry: 'W', reason: 'no-ballots' }])
  })

  test('not one for a withdrawn entry', () => {
    const entries = [{ id: 'X' }, { id: 'Y' }, { id: 'Z' }, { id: 'W', withdrawn: true }]
    const found = rank(final([...CLEAR, ballot('J1 W: 10 10 10')], { entries }))
    expect(found).toEqual({ ...without, notRanked: [{ entry: 'W', reason: 'withdrawn' }] })
  })

  test('throws on a ballot of nobody or for nothing', () => {
    expect(() => rank(final([ballot('J9 X: 1 1 1')]))).toThrow('juror J9')
    expect(() => rank(final(CLEAR, { entries: [{ id: 'X' }] }))).toThrow('entry Y')
  })

  test('nothing yet: nothing ranked, everything blocked', () => {
    const empty = rank(final([], { entries: [{ id: 'X' }], assignments: [cell('J1 X')] }))
    expect(empty).toMatchObject({
      ranking: [],
      notRanked: [{ entry: 'X', reason: 'no-ballots' }],
      jurors: JURY.filter(({ voting }) => voting)
        .map(({ id }) => ({ id, n: 0, effect: null }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      sealable: false,
    })
    expect(blocks(empty).map(({ code }) => code)).toEqual(['INCOMPLETE', 'TOO_FEW'])
  })
})

describe('INCOMPLETE', () => {
  test.each<[string, Partial<Ballot>, boolean]>([
    ['a draft', { status: 'draft' }, true],
    ['submitted without all marks', { marks: { a: 5 } }, true],
    ['submitted', {}, false],
    ['recused', { status: 'recused' }, false],
    ['absent', { status: 'absent' }, false],
    ['a draft that was set aside', { status: 'draft', setAside: true }, false],
  ])('%s: %o blocks %s', (_, more, expected) => {
    const found = rank(final([...CLEAR.slice(1), ballot('J1 X: 9 8 7', more)]))
    const incomplete = { level: 'BLOCK', code: 'INCOMPLETE', detail: { ballots: [cell('J1 X')] } }
    expect(blocks(found)).toEqual(expected ? [incomplete] : [])
    expect(found.sealable).toBe(!expected)
  })

  test('names what is assigned and was never opened, unless it may not be', () => {
    const assignments = ['P Y', 'J1 Y', 'H Y', 'J3 X', 'P W'].map(cell)
    const input = final(CLEAR.slice(0, 3), {
      entries: [{ id: 'X' }, { id: 'Y' }, { id: 'W', withdrawn: true }],
      conflicts: [cell('J1 Y')],
      assignments,
    })
    expect(blocks(rank(input))[0]).toEqual({
      level: 'BLOCK',
      code: 'INCOMPLETE',
      detail: { ballots: [cell('P Y')] },
    })
  })
})

describe('the jury’s gate', () => {
  const noes = (count: number) =>
    CLEAR.map((one, k) => (k < count ? { ...one, marks: { ...one.marks, gate: 0 } } : one))
  const onlyTwo = (count: number) => noes(count).filter((_, k) => k !== 2)
  const failed = { entry: 'X', reason: 'gate', fails: 2, ballots: 3 }

  test.each<[string, readonly Ballot[], readonly Decision[], Partial<Ranking>, string[]]>([
    ['one of three says no: it passes', noes(1), [], { notRanked: [] }, []],
    ['exactly half says no: it passes', onlyTwo(1), [], { notRanked: [] }, []],
    [
      'two of three say no: out, and the president is asked',
      noes(2),
      [],
      { notRanked: [{ ...failed, reason: 'gate', decision: null }] },
      ['GATE_UNCONFIRMED'],
    ],
    [
      'the president confirms',
      noes(2),
      [decision('gate-fail', 'X')],
      { notRanked: [{ ...failed, reason: 'gate', decision: 'gate-fail X' }] },
      [],
    ],
    ['the president lifts it', noes(2), [decision('gate-pass', 'X')], { notRanked: [] }, []],
    [
      'the newest decision holds',
      noes(2),
      [decision('gate-pass', 'X'), decision('gate-fail', 'X')],
      { notRanked: [{ ...failed, reason: 'gate', decision: 'gate-fail X' }] },
      [],
    ],
    [
      'another juror’s decision does not count',
      noes(2),
      [decision('gate-pass', 'X', 'J1')],
      { notRanked: [{ ...failed, reason: 'gate', decision: null }] },
      ['GATE_UNCONFIRMED'],
    ],
    [
      'the president cannot fail an entry alone',
      noes(1),
      [decision('gate-fail', 'X')],
      { notRanked: [] },
      [],
    ],
  ])('%s', (_, ballots, decisions, expected, codes) => {
    const found = rank(final(ballots, { decisions }))
    expect(found).toMatchObject(expected)
    expect(places(found)).toEqual(expected.notRanked?.length ? ['1 Y', '2 Z'] : ['1 X', '2 Y', '3 Z'])
    expect(blocks(found).map(({ code }) => code)).toEqual(codes)
  })

  test('the ballots of a failed entry say nothing about its jurors', () => {
    const others = rank(final(noes(2).slice(3)))
    expect(rank(final(noes(2))).ranking).toEqual(others.ranking)
  })
})

describe('TOO_FEW', () => {
  test('below the minimum an entry is provisional and the result is blocked', () => {
    const found = rank(
      final(CLEAR.slice(0, 8), { minBallots: 3, entries: [...'XYZW'].map((id) => ({ id })) }),
    )
    expect(found.ranking.map(({ entry, provisional }) => [entry, provisional])).toEqual([
      ['X', false],
      ['Y', false],
      ['Z', true],
    ])
    expect(blocks(found)).toEqual([
      { level: 'BLOCK', code: 'TOO_FEW', detail: { entry: 'W', n: 0, minimum: 3 } },
      { level: 'BLOCK', code: 'TOO_FEW', detail: { entry: 'Z', n: 2, minimum: 3 } },
    ])
  })
})

test('OUTLIER_BALLOT: a ballot further than 3σ from what the others suggest', () => {
  const jurors = Array.from({ length: 6 }, (_, j) => ({
    id: `J${j}`,
    order: j,
    voting: true,
    president: j === 0,
  }))
  const even = jurors.flatMap(({ id }, j) =>
    [...'ABCDEFGH'].map((entry, e) => ballot(`${id} ${entry}: ${e} ${e} ${(j + e) % 2 ? e : e + 0.5}`)),
  )
  const odd = even.map((one) => (one.juror === 'J3' && one.entry === 'C' ? ballot('J3 C: 10 10 10') : one))
  expect(rank(final(even, { jurors })).gates).toEqual([])
  expect(rank(final(odd, { jurors })).gates).toEqual([
    {
      level: 'WARN',
      code: 'OUTLIER_BALLOT',
      detail: {
        ...cell('J3 C'),
        score: 100,
        residual: expect.any(Number),
        sigma: expect.any(Number),
      },
    },
  ])
})

describe('properties', () => {
  const half = fc.integer({ min: 12, max: 17 }).map((value) => value / 2)
  const anyFinal = fc
    .uniqueArray(
      fc.record({
        juror: fc.constantFrom('J1', 'P', 'H', 'J3'),
        entry: fc.constantFrom('U', 'V', 'W', 'X', 'Y', 'Z'),
        status: fc.constantFrom<Ballot['status']>('submitted', 'submitted', 'submitted', 'draft', 'recused'),
        marks: fc.record({ gate: fc.constantFrom(0, 1, 1, 1), a: half, b: half, c: half }),
      }),
      { selector: ({ juror, entry }) => `${juror} ${entry}`, minLength: 1 },
    )
    .map((ballots) => final(ballots, { slots: 1, decisions: [decision('order', 'U V W X Y Z')] }))

  test('the order of the inputs changes nothing', () => {
    const shuffled = <T>(items: readonly T[]) =>
      fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })
    const pairs = anyFinal.chain((input) =>
      fc
        .record({
          entries: shuffled(input.entries),
          jurors: shuffled(input.jurors),
          criteria: shuffled(input.criteria),
          ballots: shuffled(input.ballots),
          assignments: shuffled(input.assignments),
        })
        .map((parts) => [input, { ...input, ...parts }] as const),
    )
    fc.assert(
      fc.property(pairs, ([input, other]) => {
        expect(rank(other)).toEqual(rank(input))
      }),
    )
  })

  test('withdrawing an entry gives what a final without it gives', () => {
    fc.assert(
      fc.property(anyFinal, fc.nat(), (input, at) => {
        const gone = input.entries[at % input.entries.length]?.id ?? ''
        const withdrawn = rank({
          ...input,
          entries: input.entries.map(({ id }) => ({ id, withdrawn: id === gone })),
        })
        const never = rank({
          ...input,
          entries: input.entries.filter(({ id }) => id !== gone),
          ballots: input.ballots.filter(({ entry }) => entry !== gone),
          assignments: input.assignments.filter(({ entry }) => entry !== gone),
        })
        expect(withdrawn.notRanked).toContainEqual({ entry: gone, reason: 'withdrawn' })
        expect({ ...withdrawn, notRanked: never.notRanked }).toEqual(never)
      }),
    )
  })

  test('every entry is ranked once or left out once, and ranks are “1224” in each component', () => {
    fc.assert(
      fc.property(anyFinal, (input) => {
        const { ranking, notRanked, components, pairs } = rank(input)
        expect([...ranking, ...notRanked].map(({ entry }) => entry).sort()).toEqual(
          input.entries.map(({ id }) => id).sort(),
        )
        components.forEach((_, component) => {
          const own = ranking.filter((row) => row.component === component)
          own.forEach(({ entry, rank }, place) => {
            const above = own[place - 1]
            const pair = pairs.find(({ below }) => below === entry)
            expect(pair?.above).toBe(above?.entry)
            expect(rank).toBe(pair?.rung === 'shared' ? above?.rank : place + 1)
          })
        })
      }),
    )
  })
})
