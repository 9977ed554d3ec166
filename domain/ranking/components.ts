/** The rooms of a design: entries and jurors linked by ballots, numbered by their first entry. */
export interface Components {
  readonly count: number
  readonly ofEntry: Int32Array
  readonly ofJuror: Int32Array
}

/** Union–find over the ballots: which entries and jurors can be compared through a chain of ballots. */
export function componentsOf(
  entryOf: Int32Array,
  jurorOf: Int32Array,
  entryCount: number,
  jurorCount: number,
): Components {
  const parent = Int32Array.from({ length: entryCount + jurorCount }, (_, node) => node)
  const root = (start: number) => {
    let node = start
    for (let above = parent[node] ?? node; above !== node; above = parent[node] ?? node) {
      parent[node] = parent[above] ?? above
      node = above
    }
    return node
  }
  entryOf.forEach((entry, ballot) => {
    const a = root(entry)
    const b = root(entryCount + (jurorOf[ballot] ?? 0))
    // The smaller number wins, so that a room's root is its first entry.
    parent[Math.max(a, b)] = Math.min(a, b)
  })

  const numbers = new Map<number, number>()
  const number = (node: number) => {
    const top = root(node)
    const known = numbers.get(top) ?? numbers.size
    numbers.set(top, known)
    return known
  }
  const ofEntry = Int32Array.from({ length: entryCount }, (_, entry) => number(entry))
  const ofJuror = Int32Array.from({ length: jurorCount }, (_, juror) => number(entryCount + juror))
  return { count: numbers.size, ofEntry, ofJuror }
}
