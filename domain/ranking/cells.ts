/** A juror and an entry. */
export interface Cell {
  readonly juror: string
  readonly entry: string
}

/** A set of juror–entry pairs. */
export interface CellSet {
  readonly has: (cell: Cell) => boolean
}

export function cellSet(cells: Iterable<Cell>): CellSet {
  const entriesOf = new Map<string, Set<string>>()
  for (const { juror, entry } of cells) {
    const entries = entriesOf.get(juror) ?? new Set()
    if (entries.size === 0) entriesOf.set(juror, entries)
    entries.add(entry)
  }
  // Most finals have few conflicts or none, and every ballot asks.
  if (entriesOf.size === 0) return { has: () => false }
  return { has: ({ juror, entry }) => entriesOf.get(juror)?.has(entry) ?? false }
}
