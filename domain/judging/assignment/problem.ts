import type { AssignmentInput, Pair } from './input'
import { type Draw, shuffled } from './random'

/** An input as numbers: entries and jurors by place, a pair's cell at `entry · jurors + juror`. */
export interface Problem {
  readonly entries: readonly string[]
  readonly jurors: readonly string[]
  /** 1 where a pair may be assigned: no conflict, and not fixed already. */
  readonly open: Uint8Array
  readonly soft: Uint8Array
  /** Jurors fixed to each entry. */
  readonly fixed: readonly (readonly number[])[]
  /** Ballots each entry still needs and can get. */
  readonly need: Int32Array
  /** Ballots each entry lacks whatever is done, because too few jurors may meet it. */
  readonly lacking: Int32Array
  /** Ballots each juror has from what is fixed. */
  readonly base: Int32Array
  readonly most: Float64Array
}

/** Places drawn by the seed from ids in order, so that the order of the input means nothing. */
export function problemOf(input: AssignmentInput, draw: Draw): Problem {
  const entries = shuffled(input.entries.map(({ id }) => id).sort(), draw)
  const seats = shuffled(
    input.jurors.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    draw,
  )
  const jurors = seats.map(({ id }) => id)
  const cellOf = cellsOf(entries, jurors)
  const open = new Uint8Array(entries.length * jurors.length).fill(1)
  for (const pair of input.conflicts) open[cellOf(pair)] = 0

  const fixed: number[][] = entries.map(() => [])
  const base = new Int32Array(jurors.length)
  for (const cell of new Set((input.fixed ?? []).map(cellOf))) {
    if (open[cell] === 0) continue
    open[cell] = 0
    fixed[Math.floor(cell / jurors.length)]?.push(cell % jurors.length)
    base[cell % jurors.length] = (base[cell % jurors.length] ?? 0) + 1
  }
  for (const panel of fixed) panel.sort((a, b) => a - b)

  const soft = new Uint8Array(open.length)
  for (const { cost, ...pair } of input.costs ?? []) soft[cellOf(pair)] = cost

  const need = new Int32Array(entries.length)
  const lacking = new Int32Array(entries.length)
  const perEntry = Math.min(input.perEntry, jurors.length)
  for (let entry = 0; entry < entries.length; entry += 1) {
    let free = 0
    for (let juror = 0; juror < jurors.length; juror += 1)
      free += open[entry * jurors.length + juror] as number
    const asked = Math.max(0, perEntry - (fixed[entry]?.length ?? 0))
    need[entry] = Math.min(free, asked)
    lacking[entry] = asked - Math.min(free, asked)
  }
  const most = Float64Array.from(seats, ({ maxLoad }) => maxLoad ?? Number.POSITIVE_INFINITY)
  return { entries, jurors, open, soft, fixed, need, lacking, base, most }
}

function cellsOf(entries: readonly string[], jurors: readonly string[]): (pair: Pair) => number {
  const entryAt = new Map(entries.map((id, place) => [id, place]))
  const jurorAt = new Map(jurors.map((id, place) => [id, place]))
  return ({ juror, entry }) => {
    const [row, column] = [entryAt.get(entry), jurorAt.get(juror)]
    if (row === undefined || column === undefined) throw new RangeError(`no such pair: ${juror}, ${entry}`)
    return row * jurors.length + column
  }
}
