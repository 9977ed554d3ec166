/** A juror and an entry. */
export interface Cell {
  readonly juror: string
  readonly entry: string
}

/** The ids of a final, each sorted by code unit: a place in these lists stands for an entry or a juror. */
export interface Roster {
  readonly entries: readonly string[]
  readonly jurors: readonly string[]
  readonly entryAt: (id: string) => number | undefined
  readonly jurorAt: (id: string) => number | undefined
}

export function rosterOf(entryIds: Iterable<string>, jurorIds: Iterable<string>): Roster {
  const entries = [...new Set(entryIds)].sort()
  const jurors = [...new Set(jurorIds)].sort()
  const entryPlaces = new Map(entries.map((id, place) => [id, place]))
  const jurorPlaces = new Map(jurors.map((id, place) => [id, place]))
  return {
    entries,
    jurors,
    entryAt: (id) => entryPlaces.get(id),
    jurorAt: (id) => jurorPlaces.get(id),
  }
}

/** A set of juror–entry pairs. */
export interface CellSet {
  readonly has: (cell: Cell) => boolean
}

/** The cells whose juror and entry are on the roster, each kept as one number. */
export function cellSet(roster: Roster, cells: Iterable<Cell>): CellSet {
  const keys = new Set<number>()
  for (const cell of cells) {
    const key = cellKey(roster, cell)
    if (key !== undefined) keys.add(key)
  }
  return {
    has: (cell) => {
      const key = keys.size > 0 ? cellKey(roster, cell) : undefined
      return key !== undefined && keys.has(key)
    },
  }
}

function cellKey({ entryAt, jurorAt, jurors }: Roster, { juror, entry }: Cell): number | undefined {
  const row = entryAt(entry)
  const column = jurorAt(juror)
  return row === undefined || column === undefined ? undefined : row * jurors.length + column
}
