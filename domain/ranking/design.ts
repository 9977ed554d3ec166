import type { Cell } from './cells'
import { type Components, componentsOf } from './components'
import { type Roster, rosterOf } from './roster'

/**
 * Who scored whom. Entries and jurors are sorted by id, ballots by entry and then juror, so that the same ballots
 * give the same figures to the last bit in whatever order they arrive. Every entry and juror here has a ballot.
 */
export interface Design {
  readonly entries: readonly string[]
  readonly jurors: readonly string[]
  /** Of ballot k: its entry, its juror, and where it stood in the input. */
  readonly entryOf: Int32Array
  readonly jurorOf: Int32Array
  readonly source: Int32Array
  /** The ballots of entry i are those from `start[i]` to `start[i + 1]`. */
  readonly start: Int32Array
  readonly perJuror: Int32Array
  readonly components: Components
}

/**
 * Puts the cells of counted ballots in order.
 * @throws when a juror scored an entry twice
 */
export function designOf(cells: readonly Cell[]): Design {
  const roster = rosterOf(
    cells.map(({ entry }) => entry),
    cells.map(({ juror }) => juror),
  )
  const entryAt = new Int32Array(cells.length)
  const jurorAt = new Int32Array(cells.length)
  cells.forEach(({ juror, entry }, index) => {
    entryAt[index] = roster.entryAt(entry) ?? 0
    jurorAt[index] = roster.jurorAt(juror) ?? 0
  })
  return arrange(roster, entryAt, jurorAt)
}

/**
 * The same from places on a roster, one of each list a ballot; entries and jurors without a ballot are dropped.
 * @throws when a juror scored an entry twice
 */
export function arrange(roster: Roster, entryAt: Int32Array, jurorAt: Int32Array): Design {
  const [entries, givenEntry] = dropUnused(roster.entries, entryAt)
  const [jurors, givenJuror] = dropUnused(roster.jurors, jurorAt)
  const byJuror = sortByKey(null, givenJuror, jurors.length)
  const source = sortByKey(byJuror, givenEntry, entries.length)
  const entryOf = pickPlaces(givenEntry, source)
  const jurorOf = pickPlaces(givenJuror, source)
  refuseTwice(entryOf, jurorOf, entries, jurors)

  return {
    entries,
    jurors,
    entryOf,
    jurorOf,
    source,
    start: startsOf(entryOf, entries.length),
    perJuror: countsOf(jurorOf, jurors.length),
    components: componentsOf(entryOf, jurorOf, entries.length, jurors.length),
  }
}

function dropUnused(ids: readonly string[], places: Int32Array): [readonly string[], Int32Array] {
  const used = countsOf(places, ids.length)
  if (used.every((count) => count > 0)) return [ids, places]
  const next = new Int32Array(ids.length)
  const kept: string[] = []
  ids.forEach((id, place) => {
    next[place] = kept.length
    if (used[place]) kept.push(id)
  })
  return [kept, places.map((place) => next[place] ?? 0)]
}

/** The jurors of entry i, as indexes in order. */
export function panelOf({ start, jurorOf }: Design, entry: number): Int32Array {
  return jurorOf.subarray(start[entry], start[entry + 1])
}

/** The entries of each component, as indexes in order. */
export function entriesByComponent({ components }: Design): number[][] {
  const members: number[][] = Array.from({ length: components.count }, () => [])
  components.ofEntry.forEach((component, entry) => {
    members[component]?.push(entry)
  })
  return members
}

export function countsOf(keys: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size)
  for (let k = 0; k < keys.length; k += 1) counts[keys[k] ?? 0] = (counts[keys[k] ?? 0] ?? 0) + 1
  return counts
}

/** Where each key's run begins once sorted; one longer than the number of keys. */
export function startsOf(keys: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1)
  let sum = 0
  countsOf(keys, size).forEach((count, key) => {
    starts[key] = sum
    sum += count
  })
  starts[size] = sum
  return starts
}

/** A stable counting sort of the places in `order`, or of all of them, by `keys[place]`. */
export function sortByKey(order: Int32Array | null, keys: Int32Array, size: number): Int32Array {
  const next = startsOf(keys, size)
  const sorted = new Int32Array(keys.length)
  for (let k = 0; k < keys.length; k += 1) {
    const item = order ? (order[k] ?? 0) : k
    const key = keys[item] ?? 0
    const place = next[key] ?? 0
    sorted[place] = item
    next[key] = place + 1
  }
  return sorted
}

function pickPlaces(values: Int32Array, places: Int32Array): Int32Array {
  const picked = new Int32Array(places.length)
  for (let k = 0; k < picked.length; k += 1) picked[k] = values[places[k] ?? 0] ?? 0
  return picked
}

function refuseTwice(
  entryOf: Int32Array,
  jurorOf: Int32Array,
  entries: readonly string[],
  jurors: readonly string[],
) {
  for (let k = 1; k < entryOf.length; k += 1)
    if (entryOf[k] === entryOf[k - 1] && jurorOf[k] === jurorOf[k - 1])
      throw new Error(`juror ${jurors[jurorOf[k] ?? 0]} scored entry ${entries[entryOf[k] ?? 0]} twice`)
}
