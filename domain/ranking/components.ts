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
  const parent = new Int32Array(entryCount + jurorCount)
  for (let node = 0; node < parent.length; node += 1) parent[node] = node
  const root = (start: number) => {
    let node = start
    for (let above = parent[node] ?? node; above !== node; above = parent[node] ?? node) {
      parent[node] = parent[above] ?? above
      node = above
    }
    return node
  }
  for (let ballot = 0; ballot < entryOf.length; ballot += 1) {
    const a = root(entryOf[ballot] ?? 0)
    const b = root(entryCount + (jurorOf[ballot] ?? 0))
    // The smaller number wins, so that a room's root is its first entry.
    parent[Math.max(a, b)] = Math.min(a, b)
  }

  const room = new Int32Array(parent.length)
  let count = 0
  for (let node = 0; node < room.length; node += 1) {
    const first = root(node)
    room[node] = first === node ? count++ : (room[first] ?? 0)
  }
  return { count, ofEntry: room.subarray(0, entryCount), ofJuror: room.subarray(entryCount) }
}
