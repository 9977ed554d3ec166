import { instantIn, wallClock } from './wall-clock'

/** A beginning: an instant, and the zone in which its clock is read. */
export interface Beginning {
  readonly at: Date
  readonly timeZone: string
}

const MINUTE = 60_000

/**
 * Moves times from one beginning to another so that each stands as many days and hours from it by the clock on the
 * wall, across changes of the clock and from zone to zone: what was at 11:00 of the second day still is. Their order
 * holds: where the clock skips or repeats an hour and a time would change places with its neighbour nearer to the
 * beginning, it stands as long from that one as it did.
 */
export function shiftTimes(times: readonly Date[], from: Beginning, to: Beginning): Date[] {
  const was = times.map(Number)
  const is: number[] = []
  const away = (sign: 1 | -1, indices: readonly number[]) => {
    let near = { was: Number(from.at), is: Number(to.at) }
    for (const index of indices.toSorted((a, b) => sign * ((was[a] ?? 0) - (was[b] ?? 0)))) {
      const instant = was[index] ?? 0
      const passed = instant - near.was
      const wall = byTheWall(instant, from, to)
      const inOrder = passed === 0 ? wall === near.is : sign * (wall - near.is) > 0
      is[index] = inOrder ? wall : near.is + passed
      near = { was: instant, is: is[index] ?? 0 }
    }
  }
  const indices = [...times.keys()]
  away(
    1,
    indices.filter((index) => (was[index] ?? 0) >= Number(from.at)),
  )
  away(
    -1,
    indices.filter((index) => (was[index] ?? 0) < Number(from.at)),
  )
  return is.map((instant) => new Date(instant))
}

function byTheWall(instant: number, from: Beginning, to: Beginning): number {
  const elapsed = Number(to.at) + instant - Number(from.at)
  const distance = wallTime(from.timeZone, new Date(instant)) - wallTime(from.timeZone, from.at)
  // Of two hours with one name the beginning's own is meant where nothing lies between.
  if (distance === 0) return elapsed
  const wanted = new Date(wallTime(to.timeZone, to.at) + distance)
  const minute = instantIn(to.timeZone, wanted.toISOString().slice(0, 16))
  return minute ? Number(minute) + (instant % MINUTE) : elapsed
}

/** What the wall shows, as if it were UTC. */
const wallTime = (timeZone: string, instant: Date) => Date.parse(`${wallClock(timeZone, instant)}:00Z`)
