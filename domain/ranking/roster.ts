/** The ids of a final, each sorted by code unit: a place in these lists stands for an entry or a juror. */
export interface Roster {
  readonly entries: readonly string[]
  readonly jurors: readonly string[]
  readonly entryAt: (id: string) => number | undefined
  readonly jurorAt: (id: string) => number | undefined
}

export function rosterOf(entryIds: Iterable<string>, jurorIds: Iterable<string>): Roster {
  const entries = sortedIds(entryIds)
  const jurors = sortedIds(jurorIds)
  return { entries, jurors, entryAt: finderOf(entries), jurorAt: finderOf(jurors) }
}

function sortedIds(ids: Iterable<string>): readonly string[] {
  return [...new Set(ids)].sort()
}

function finderOf(ids: readonly string[]): (id: string) => number | undefined {
  const places = new Map<string, number>()
  ids.forEach((id, place) => {
    places.set(id, place)
  })
  return (id) => places.get(id)
}
