import type { Cell } from './cells'
import { panelOf } from './design'
import type { Tally } from './tally'

/** One ballot would make the whole comparison hang on it; three let a mistake show. */
export const LINKS_NEEDED = 3

type Room = Pick<Tally['components'][number], 'entries' | 'jurors'>
type Loads = Readonly<Record<keyof Cell, Map<string, number>>>

/**
 * The cheapest ballots that would tie the rooms together: each room to the one with most entries, by three ballots
 * over different jurors and entries where there are, from the jurors with the fewest ballots to the entries with the
 * fewest. Fewer than three for a room when no more are allowed.
 */
export function linkingBallots(
  { design, components, jurors }: Pick<Tally, 'design' | 'components' | 'jurors'>,
  mayScore: (cell: Cell) => boolean,
): Cell[] {
  const loads: Loads = {
    juror: new Map(jurors.map(({ id, n }) => [id, n])),
    entry: new Map(design.entries.map((id, place) => [id, panelOf(design, place).length])),
  }
  const hub = components.reduce<Room | undefined>(
    (best, room) => (best && best.entries.length >= room.entries.length ? best : room),
    undefined,
  )
  return components.flatMap((room) => (room === hub || !hub ? [] : linkRooms(hub, room, loads, mayScore)))
}

function linkRooms(a: Room, b: Room, loads: Loads, mayScore: (cell: Cell) => boolean): Cell[] {
  const links: Cell[] = []
  while (links.length < LINKS_NEEDED) {
    const next = cheapestLink(a, b, loads, links, mayScore)
    if (!next) break
    links.push(next)
    for (const side of ['juror', 'entry'] as const)
      loads[side].set(next[side], (loads[side].get(next[side]) ?? 0) + 1)
  }
  return links
}

/** A juror of either room for an entry of the other. */
function cheapestLink(
  a: Room,
  b: Room,
  loads: Loads,
  links: readonly Cell[],
  mayScore: (cell: Cell) => boolean,
): Cell | undefined {
  // Anyone not yet linked comes before anyone who is, whatever their load.
  const cheapestFirst = (side: keyof Cell, ids: readonly string[]) =>
    ids
      .map((id) => ({
        id,
        cost: 1e9 * links.filter((link) => link[side] === id).length + (loads[side].get(id) ?? 0),
      }))
      .sort((x, y) => x.cost - y.cost)
  const isNew = ({ juror, entry }: Cell) =>
    !links.some((link) => link.juror === juror && link.entry === entry)

  const options = [
    { jurors: a.jurors, entries: b.entries },
    { jurors: b.jurors, entries: a.entries },
  ].flatMap(({ jurors, entries }) => {
    const open = cheapestFirst('entry', entries)
    for (const juror of cheapestFirst('juror', jurors)) {
      const found = open.find(({ id }) => {
        const cell = { juror: juror.id, entry: id }
        return mayScore(cell) && isNew(cell)
      })
      if (found) return [{ juror: juror.id, entry: found.id, cost: juror.cost + found.cost }]
    }
    return []
  })
  const [cheapest] = options.sort((x, y) => x.cost - y.cost)
  return cheapest && { juror: cheapest.juror, entry: cheapest.entry }
}
