import { DEAREST } from './input'
import type { Problem } from './problem'

/** The most that a pair's place in the design may weigh: it only chooses among what is equally good otherwise. */
export const WIDEST = 63

/**
 * The weights of what an assignment costs, each above all that the next can add up to: an entry's missing ballots
 * squared, a juror's ballots squared, the pairs' soft costs, their spread. To decide so it is enough that one unit
 * outweighs every way round through entries and jurors, which passes each of them at most once.
 */
function weightsOf({ entries, jurors, soft }: Problem) {
  const turns = 2 * (Math.min(entries.length, jurors.length) + 1)
  const pair = turns * WIDEST + 1
  const dearest = soft.some((cost) => cost > 0) ? DEAREST : 0
  const load = turns * (pair * dearest + WIDEST) + 1
  return { pair, load, missing: load * (2 * entries.length + 3) }
}

/**
 * A maximum flow of least cost from entries to jurors, as each entry's jurors. Successive shortest paths: every ballot
 * takes the cheapest chain of exchanges that ends at a juror with room, or leaves an entry one short. Potentials keep
 * all arcs at or above 0, so that most chains end at once. `spread` is a cost from 0 to `WIDEST` a cell.
 */
export function leastCostFlow(problem: Problem, spread: Uint8Array): number[][] {
  const { entries, jurors, open, soft, need, lacking, base, most } = problem
  const [rows, width] = [entries.length, jurors.length]
  const weight = weightsOf(problem)
  const cost = new Float64Array(open.length)
  /** The cost of a pair that can be added; no number at all where it cannot. */
  const toAdd = new Float64Array(open.length)
  for (let cell = 0; cell < open.length; cell += 1) {
    cost[cell] = (soft[cell] as number) * weight.pair + (spread[cell] as number)
    toAdd[cell] = open[cell] === 1 ? (cost[cell] as number) : Number.POSITIVE_INFINITY
  }
  const panels: number[][] = Array.from({ length: rows }, () => [])
  const sheets: number[][] = Array.from({ length: width }, () => [])
  const loads = Int32Array.from(base)
  const missing = Int32Array.from(lacking)
  const entryLevel = new Float64Array(rows)
  const jurorLevel = new Float64Array(width)
  const toEnd = new Float64Array(width)
  for (let juror = 0; juror < width; juror += 1) settleEnd(juror)

  const jurorAt = new Float64Array(width)
  const done = new Uint8Array(width)
  /** The entry from which a juror was reached, and the juror that a reached entry would give up. */
  const cameFrom = new Int32Array(width)
  const givesUp = new Int32Array(rows)
  const entryAt = new Float64Array(rows).fill(Number.POSITIVE_INFINITY)
  let reached: number[] = []
  let endLevel = 0
  let best = Number.POSITIVE_INFINITY
  let endJuror = -1
  let endEntry = -1

  for (let unit = 0; ; unit += 1) {
    let left = false
    for (let entry = 0; entry < rows; entry += 1) {
      if ((need[entry] as number) <= unit) continue
      left = true
      addBallot(entry)
    }
    if (!left) return panels
  }

  function addBallot(entry: number): void {
    jurorAt.fill(Number.POSITIVE_INFINITY)
    done.fill(0)
    reached = []
    best = Number.POSITIVE_INFINITY
    endJuror = -1
    endEntry = -1
    raiseEnd()
    reachEntry(entry, 0, -1)
    for (;;) {
      const juror = nearest()
      if (juror < 0 || (jurorAt[juror] as number) >= best) break
      done[juror] = 1
      const from = (jurorAt[juror] as number) + (jurorLevel[juror] as number)
      for (const other of sheets[juror] as number[]) {
        const at = from - (cost[other * width + juror] as number) - (entryLevel[other] as number)
        if (at < (entryAt[other] as number) && at < best) reachEntry(other, at, juror)
      }
    }
    exchange(entry)
    lowerLevels()
  }

  /**
   * When every juror has taken a further ballot, the end moves up at once instead of by a search through them all; no
   * further than to the nearest way into it, so that no arc falls below 0.
   */
  function raiseEnd(): void {
    let least = Number.POSITIVE_INFINITY
    for (let juror = 0; juror < width; juror += 1) least = Math.min(least, toEnd[juror] as number)
    for (let entry = 0; entry < rows; entry += 1) least = Math.min(least, toShort(entry))
    endLevel = least
  }

  function toShort(entry: number): number {
    return weight.missing * (2 * (missing[entry] as number) + 1) + (entryLevel[entry] as number)
  }

  function reachEntry(entry: number, at: number, juror: number): void {
    if (entryAt[entry] === Number.POSITIVE_INFINITY) reached.push(entry)
    entryAt[entry] = at
    givesUp[entry] = juror
    const from = at + (entryLevel[entry] as number)
    const short = at + toShort(entry) - endLevel
    if (short < best) {
      best = short
      endEntry = entry
      endJuror = -1
    }
    const row = entry * width
    for (let next = 0; next < width; next += 1) {
      const there = from + (toAdd[row + next] as number) - (jurorLevel[next] as number)
      if (there >= (jurorAt[next] as number)) continue
      jurorAt[next] = there
      cameFrom[next] = entry
      const whole = there + (toEnd[next] as number) - endLevel
      if (whole >= best) continue
      best = whole
      endJuror = next
    }
  }

  function nearest(): number {
    let found = -1
    let least = Number.POSITIVE_INFINITY
    for (let juror = 0; juror < width; juror += 1) {
      if (done[juror] === 1 || (jurorAt[juror] as number) >= least) continue
      least = jurorAt[juror] as number
      found = juror
    }
    return found
  }

  /** Walks the chain back from where it ends. */
  function exchange(source: number): void {
    let juror = endJuror
    let entry = endEntry
    if (juror < 0) missing[entry] = (missing[entry] as number) + 1
    else {
      loads[juror] = (loads[juror] as number) + 1
      entry = cameFrom[juror] as number
      put(entry, juror)
    }
    while (entry !== source) {
      juror = givesUp[entry] as number
      take(entry, juror)
      entry = cameFrom[juror] as number
      put(entry, juror)
    }
    if (endJuror >= 0) settleEnd(endJuror)
  }

  function lowerLevels(): void {
    for (let juror = 0; juror < width; juror += 1) {
      const spare = best - (jurorAt[juror] as number)
      if (!(spare > 0)) continue
      jurorLevel[juror] = (jurorLevel[juror] as number) - spare
      settleEnd(juror)
    }
    for (const entry of reached) {
      const spare = best - (entryAt[entry] as number)
      if (spare > 0) entryLevel[entry] = (entryLevel[entry] as number) - spare
      entryAt[entry] = Number.POSITIVE_INFINITY
    }
  }

  function settleEnd(juror: number): void {
    const load = loads[juror] as number
    const next = load < (most[juror] as number) ? weight.load * (2 * load + 1) : Number.POSITIVE_INFINITY
    toEnd[juror] = next + (jurorLevel[juror] as number)
  }

  function put(entry: number, juror: number): void {
    panels[entry]?.push(juror)
    sheets[juror]?.push(entry)
    toAdd[entry * width + juror] = Number.POSITIVE_INFINITY
  }

  function take(entry: number, juror: number): void {
    drop(panels[entry] as number[], juror)
    drop(sheets[juror] as number[], entry)
    toAdd[entry * width + juror] = cost[entry * width + juror] as number
  }
}

function drop(list: number[], item: number): void {
  const last = list.pop() as number
  if (last !== item) list[list.indexOf(item)] = last
}
