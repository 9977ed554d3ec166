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
