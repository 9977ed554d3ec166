import { type Steps, stepsReader, weightedCriteria } from '@/domain/judging/ballot-total'
import type { Cell, CellSet } from './cells'
import { sortByKey, startsOf } from './design'
import type { Ballot, RankingInput } from './input'
import type { GateVerdict } from './jury-gate'
import type { Roster } from './roster'

/** Places on the roster and marks of ballots; one list a column, since there may be very many. */
export interface Columns {
  readonly entryAt: Int32Array
  readonly jurorAt: Int32Array
  readonly steps: Steps
  readonly ballots: readonly Ballot[]
}

export interface Sheet {
  /** Submitted and complete, by a voting juror, not set aside, across no conflict, for an entry that is still in. */
  readonly counted: Columns
  /** Whether a cell's ballot is submitted and complete, recused, absent or set aside. */
  readonly isAnswered: (cell: Cell) => boolean
}

/**
 * Reads every ballot once.
 * @throws on a mark off its scale, and on a ballot of nobody or for nothing
 */
export function readSheet(
  { entries, jurors, criteria, ballots }: RankingInput,
  roster: Roster,
  conflicts: CellSet,
): Sheet {
  const readSteps = stepsReader(criteria)
  const out = new Uint8Array(roster.entries.length)
  for (const { id, withdrawn } of entries) if (withdrawn) out[roster.entryAt(id) ?? 0] = 1
  const silent = new Uint8Array(roster.jurors.length)
  for (const { id, voting } of jurors) if (!voting) silent[roster.jurorAt(id) ?? 0] = 1
  const rows = new Int32Array(ballots.length)
  const columns = new Int32Array(ballots.length)
  const steps = weightedCriteria(criteria).map(() => new Float64Array(ballots.length))
  const counted = new Int32Array(ballots.length)
  const answered = new Uint8Array(ballots.length)
  let count = 0
  ballots.forEach((given, ballot) => {
    const row = roster.entryAt(given.entry)
    const column = roster.jurorAt(given.juror)
    if (row === undefined || column === undefined)
      throw new Error(`ballot of juror ${given.juror} for entry ${given.entry}: one of them does not exist`)
    rows[ballot] = row
    columns[ballot] = column
    const isComplete = given.status === 'submitted' && readSteps(given.marks, steps, ballot)
    const isExcused = given.status === 'recused' || given.status === 'absent'
    answered[ballot] = isComplete || isExcused || given.setAside ? 1 : 0
    if (!isComplete || given.setAside || out[row] || silent[column] || conflicts.has(given)) return
    counted[count] = ballot
    count += 1
  })
  return {
    counted: pick({ entryAt: rows, jurorAt: columns, steps, ballots }, counted.subarray(0, count)),
    isAnswered: finder(roster, rows, ballots, answered),
  }
}

/**
 * Looks a cell up among the ballots of its entry: for thousands of cells quicker than a set of them. Cells mostly come
 * in the order of the ballots, so that the ballot after the last one found is tried first.
 */
function finder(
  roster: Roster,
  rows: Int32Array,
  ballots: readonly Ballot[],
  answered: Uint8Array,
): (cell: Cell) => boolean {
  const start = startsOf(rows, roster.entries.length)
  const byEntry = sortByKey(null, rows, roster.entries.length)
  const isOf = ({ juror, entry }: Cell, ballot: number) =>
    ballots[ballot]?.juror === juror && ballots[ballot].entry === entry
  const placeOf = ({ juror, entry }: Cell) => {
    const row = roster.entryAt(entry) ?? -1
    for (let k = start[row] ?? 0; k < (start[row + 1] ?? 0); k += 1) {
      const ballot = byEntry[k] ?? 0
      if (ballots[ballot]?.juror === juror) return ballot
    }
    return ballots.length
  }
  let next = 0
  return (cell) => {
    const place = isOf(cell, next) ? next : placeOf(cell)
    next = place + 1
    return answered[place] === 1
  }
}

/** The counted ballots without those for entries that fail at the gate. */
export function withoutFailed(counted: Columns, roster: Roster, verdicts: readonly GateVerdict[]): Columns {
  const failed = new Set(verdicts.flatMap(({ entry, failed }) => (failed ? [roster.entryAt(entry)] : [])))
  if (failed.size === 0) return counted
  const { entryAt } = counted
  return pick(
    counted,
    entryAt.map((_, ballot) => ballot).filter((ballot) => !failed.has(entryAt[ballot])),
  )
}

function pick(columns: Columns, kept: Int32Array): Columns {
  const { entryAt, jurorAt, steps, ballots } = columns
  if (kept.length === entryAt.length) return columns
  return {
    entryAt: kept.map((ballot) => entryAt[ballot] ?? 0),
    jurorAt: kept.map((ballot) => jurorAt[ballot] ?? 0),
    steps: steps.map((list) => Float64Array.from(kept, (ballot) => list[ballot] ?? 0)),
    ballots: Array.from(kept).flatMap((ballot) => ballots[ballot] ?? []),
  }
}
