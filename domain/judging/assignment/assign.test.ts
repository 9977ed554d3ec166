import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign, assignUnlinked } from './assign'
import type { AssignmentInput, Pair } from './input'
import { costsOf, leastCosts, partsOf } from './testing'

const ids = (letter: string, count: number) =>
  Array.from({ length: count }, (_, place) => ({ id: `${letter}${place}` }))

const seed = fc.string({ maxLength: 8 })

/** Small juries with everything that can be in the way. */
const anyInput: fc.Arbitrary<AssignmentInput> = fc
  .record({
    jurors: fc.array(fc.option(fc.nat(6), { nil: undefined, freq: 2 }), { maxLength: 6 }),
    entries: fc.nat(8),
    perEntry: fc.integer({ min: 1, max: 5 }),
    seed,
  })
  .chain(({ jurors, entries, perEntry, seed }) => {
    const all = ids('j', jurors.length).flatMap(({ id: juror }) =>
      ids('e', entries).map(({ id: entry }) => ({ juror, entry })),
    )
    return fc.record({
      jurors: fc.constant(
        jurors.map((maxLoad, place) => ({ id: `j${place}`, ...(maxLoad === undefined ? {} : { maxLoad }) })),
      ),
      entries: fc.constant(ids('e', entries)),
      conflicts: fc.subarray(all),
      perEntry: fc.constant(perEntry),
      seed: fc.constant(seed),
      fixed: fc.oneof(fc.constant([]), fc.subarray(all, { maxLength: Math.min(4, all.length) })),
      costs: fc.oneof(
        fc.constant([]),
        fc
          .array(fc.nat(100), { minLength: all.length, maxLength: all.length })
          .map((costs) => all.map((pair, place) => ({ ...pair, cost: costs[place] ?? 0 }))),
      ),
    })
  })

/** Juries of any size in which nothing is in the way. */
const freeInput = fc.record({
  jurors: fc.integer({ min: 1, max: 14 }).map((count) => ids('j', count)),
  entries: fc.integer({ min: 1, max: 30 }).map((count) => ids('e', count)),
  conflicts: fc.constant([]),
  perEntry: fc.integer({ min: 1, max: 6 }),
  seed,
})

const keyOf = ({ juror, entry }: Pair) => `${juror} ${entry}`

test('no conflict is met, no pair comes twice, nobody is over their most, and each missing ballot is named', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { assignments, shortfalls, loads } = assign(input)
      const apart = new Set(input.conflicts.map(keyOf))
      expect(assignments.filter((pair) => apart.has(keyOf(pair)))).toEqual([])
      expect(new Set(assignments.map(keyOf)).size).toBe(assignments.length)
      const fixed = (input.fixed ?? []).filter((pair) => !apart.has(keyOf(pair)))
      expect(assignments.map(keyOf)).toEqual(expect.arrayContaining(fixed.map(keyOf)))
      for (const { id, maxLoad = Number.POSITIVE_INFINITY } of input.jurors) {
        const load = assignments.filter(({ juror }) => juror === id).length
        expect(loads[id]).toBe(load)
        expect(load).toBeLessThanOrEqual(Math.max(maxLoad, fixed.filter(({ juror }) => juror === id).length))
      }
      const lacking = input.entries.flatMap(({ id: entry }) => {
        const missing = input.perEntry - assignments.filter((pair) => pair.entry === entry).length
        return missing > 0 ? [{ entry, missing }] : []
      })
      expect(shortfalls).toEqual(lacking)
    }),
    { numRuns: 500 },
  )
})

test('the cost is the least there is, as a general solver finds it, unless parts had to be joined', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const outcome = assign(input)
      const [costs, least] = [costsOf(input, outcome), leastCosts(input)]
      expect(costs[0]).toBe(least[0])
      if (costs[1] === least[1] && costs[2] === least[2]) return
      expect(partsOf(outcome)).toBeLessThan(partsOf(assignUnlinked(input)))
    }),
    { numRuns: 150 },
  )
})

test('before parts are joined it is the least without exception', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      expect(costsOf(input, assignUnlinked(input))).toEqual(leastCosts(input))
    }),
    { numRuns: 150 },
  )
})

test('of two teams that compete for one ballot, the cheaper pair gets it', () => {
  const may = ['j1 e2', 'j1 e4', 'j0 e2', 'j0 e3', 'j0 e5', 'j0 e7', 'j1 e6']
  const input: AssignmentInput = {
    jurors: [{ id: 'j0', maxLoad: 1 }, { id: 'j1' }],
    entries: ids('e', 8),
    conflicts: ids('e', 8).flatMap(({ id: entry }) =>
      ['j0', 'j1'].map((juror) => ({ juror, entry })).filter((pair) => !may.includes(keyOf(pair))),
    ),
    perEntry: 4,
    seed: '71',
    fixed: [{ juror: 'j1', entry: 'e6' }],
    costs: [32, 11, 65, 1].map((cost, place) => ({
      juror: 'j0',
      entry: ['e2', 'e3', 'e5', 'e7'][place] ?? '',
      cost,
    })),
  }
  expect(costsOf(input, assign(input))).toEqual(leastCosts(input))
  expect(assign(input).assignments).toContainEqual({ juror: 'j0', entry: 'e7' })
})

test('with nothing in the way: loads within 1, nothing missing, connected whenever there are ballots enough', () => {
  fc.assert(
    fc.property(freeInput, (input) => {
      const outcome = assign(input)
      const loads = Object.values(outcome.loads)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      expect(outcome.shortfalls.length > 0).toBe(input.perEntry > input.jurors.length)
      const used = loads.filter((load) => load > 0).length
      const couldBeWhole = outcome.assignments.length >= input.entries.length + used - 1
      expect(partsOf(outcome) === 1).toBe(couldBeWhole)
    }),
    { numRuns: 500 },
  )
})

test('parts are joined across conflicts, and what is dearer for it is chosen only then', () => {
  const rooms = { jurors: ids('j', 4), entries: ids('e', 4), perEntry: 2, seed: 'rooms' }
  const costs = rooms.entries.flatMap(({ id: entry }, row) =>
    rooms.jurors.flatMap(({ id: juror }, column) =>
      row < 2 === column < 2 ? [] : [{ juror, entry, cost: row === 0 && column === 2 ? 1 : 9 }],
    ),
  )
  const apart = assignUnlinked({ ...rooms, conflicts: [], costs })
  expect(partsOf(apart)).toBe(2)
  const joined = assign({ ...rooms, conflicts: [], costs })
  expect(partsOf(joined)).toBe(1)
  expect(costsOf({ ...rooms, conflicts: [], costs }, joined)).toEqual([0, 16, 10])
  const never = costs.filter(({ entry, juror }) => entry !== 'e0' || juror !== 'j2')
  const oneWay = assign({ ...rooms, conflicts: never })
  expect(partsOf(oneWay)).toBe(1)
  expect(oneWay.assignments).toContainEqual({ juror: 'j2', entry: 'e0' })
  expect(Object.values(oneWay.loads).sort()).toEqual([1, 2, 2, 3])
})

test('the same seed and input in any order give the same; other seeds give others', () => {
  fc.assert(
    fc.property(anyInput, fc.infiniteStream(fc.nat(1000)), (input, places) => {
      const mix = <T>(items: readonly T[] = []) =>
        items
          .map((item) => ({ item, place: places.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ item }) => item)
      const mixed = {
        ...input,
        jurors: mix(input.jurors),
        entries: mix(input.entries),
        conflicts: mix([...input.conflicts, ...input.conflicts]),
        fixed: mix(input.fixed),
        costs: mix(input.costs),
      }
      const sortedByEntry = assign(input)
      expect(assign(mixed)).toEqual(sortedByEntry)
    }),
  )
  const input = { ...FINAL, jurors: ids('j', 12), perEntry: 5 }
  expect(assign({ ...input, seed: 'one' })).not.toEqual(assign({ ...input, seed: 'other' }))
})

const FINAL: AssignmentInput = {
  jurors: ids('j', 7),
  entries: ids('e', 24),
  conflicts: [],
  perEntry: 5,
  seed: 'Baku',
}

test('a balanced design is found where one exists: seven jurors in seven threes meet once', () => {
  const { assignments } = assign({ ...FINAL, entries: ids('e', 7), perEntry: 3 })
  expect([...meetingsIn(assignments).values()]).toEqual(Array(21).fill(1))
})

test('jurors meet about equally often on 24 teams × 12 jurors × 5 ballots: 240 meetings of 66 pairs', () => {
  const times = [...meetingsIn(assign({ ...FINAL, jurors: ids('j', 12) }).assignments).values()]
  expect(times.length).toBe(66)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(2)
  expect(Math.max(...times)).toBeLessThanOrEqual(5)
})

function meetingsIn(assignments: readonly Pair[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const one of assignments) {
    for (const other of assignments) {
      if (one.entry !== other.entry || one.juror >= other.juror) continue
      const key = `${one.juror} ${other.juror}`
      times.set(key, (times.get(key) ?? 0) + 1)
    }
  }
  return times
}

test('after a recusal the rest stays and one other juror takes the ballot', () => {
  const input = { ...FINAL, jurors: ids('j', 12) }
  const before = assign(input)
  const [recused, ...fixed] = before.assignments
  if (!recused) throw new Error('nothing assigned')
  const after = assign({ ...input, conflicts: [recused], fixed })
  const fresh = after.assignments.filter((pair) => !fixed.some((kept) => keyOf(kept) === keyOf(pair)))
  expect(fresh).toEqual([{ juror: expect.not.stringMatching(`^${recused.juror}$`), entry: recused.entry }])
  expect(after.shortfalls).toEqual([])
})
