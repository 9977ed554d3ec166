import { ballotTotaller, type Criterion, type Marks, weightedCriteria } from '@/domain/judging/ballot-total'
import type { BallotState } from '@/domain/judging/states'
import { type Cell, type CellSet, cellSet } from './cells'
import { type Decision, deciderOf, decisionFinder, type Juror } from './decisions'
import { arrange, sortByKey, startsOf } from './design'
import { type Gate, inspect } from './gates'
import { type GateVerdict, gateVerdicts } from './jury-gate'
import type { RungName } from './ladder'
import { type Roster, rosterOf } from './roster'
import {
  type CriterionScores,
  type Pair,
  type SharedRank,
  type Standing,
  standingsOf,
  type Tie,
} from './standings'
import { type ComponentTally, entryTally, type JurorTally, type Tally, tallyDesign } from './tally'

export interface Ballot extends Cell {
  readonly status: BallotState
  /** Kept out of the count by a record over it. */
  readonly setAside?: boolean
  readonly marks: Marks
}

export interface RankingInput {
  readonly entries: readonly { readonly id: string; readonly withdrawn?: boolean }[]
  readonly jurors: readonly Juror[]
  readonly criteria: readonly Criterion[]
  readonly ballots: readonly Ballot[]
  /** Those not revoked, oldest first. */
  readonly decisions: readonly Decision[]
  /** Those not lifted. A ballot across one never counts. */
  readonly conflicts: readonly Cell[]
  readonly assignments: readonly Cell[]
  /** How many places promote; 0 when none does. */
  readonly slots: number
  /** See `minimumBallots`. */
  readonly minBallots: number
  /** Whether to look for pairs that are compared too weakly: takes the square of the entries. */
  readonly checkPairs?: boolean
}

/** An entry's place in its component, with the figures that explain it to the team: raw − severity = score. */
export interface Ranked {
  readonly entry: string
  /** After the tie ladder; "1224". */
  readonly rank: number
  /** The fair average, 0–100, not clipped. */
  readonly score: number
  /** The ordinary mean of its ballots. */
  readonly raw: number
  /** How much more (or, negative, less) its jurors give than the panel on the same entries. */
  readonly severity: number
  /** Of the score; null where there is no ballot to spare. */
  readonly se: number | null
  /** Counted ballots. */
  readonly n: number
  /** Fewer ballots than the minimum: cannot be promoted. */
  readonly provisional: boolean
  /** The last rung needed to tell it from its neighbours; the figures are in `pairs`. */
  readonly decidedBy: RungName
  /** Its place in `components`. */
  readonly component: number
}

export type NotRanked =
  | { readonly entry: string; readonly reason: 'withdrawn' | 'no-ballots' }
  | {
      readonly entry: string
      readonly reason: 'gate'
      readonly fails: number
      readonly ballots: number
      /** The president's confirmation, once there is one. */
      readonly decision: string | null
    }

/** A voting juror; all figures but `n` are null while no ballot of theirs counts. */
export type RankedJuror = { readonly [Field in 'effect' | 'mean' | 'sd' | 'component']: number | null } & {
  readonly id: string
  readonly n: number
}

export interface Ranking {
  /** By component, then rank. With more than one component ranks compare nothing across them. */
  readonly ranking: readonly Ranked[]
  readonly notRanked: readonly NotRanked[]
  readonly jurors: readonly RankedJuror[]
  /** Every two neighbours of a component and what decided between them. */
  readonly pairs: readonly Pair[]
  readonly ties: readonly Tie[]
  readonly gates: readonly Gate[]
  readonly components: readonly ComponentTally[]
  /** Whether no gate blocks, so that the ranking may be sealed. */
  readonly sealable: boolean
}

/**
 * From ballots to the official ranking: ballot totals, jury gate, fair average, tie ladder and the gates before a
 * result may be sealed. Pure, and the same to the last bit for the same input in any order.
 * @throws on a mark off its scale, on two ballots of one juror for one entry, and on a ballot of nobody for nothing
 */
export function rank(input: RankingInput): Ranking {
  const roster = rosterOf(
    input.entries.map(({ id }) => id),
    input.jurors.map(({ id }) => id),
  )
  const conflicts = cellSet(input.conflicts)
  const findDecision = decisionFinder(input.decisions, input.jurors, conflicts)
  const { counted: cast, isAnswered } = readSheet(input, roster, conflicts)
  const verdicts = gateVerdicts(input.criteria, roster.entries, cast.entryAt, cast.ballots, findDecision)
  const counted = withoutFailed(cast, roster, verdicts)

  const tally = tallyDesign(
    arrange(roster, counted.entryAt, counted.jurorAt),
    (ballot) => counted.totals[ballot] ?? 0,
  )
  const { standings, pairs, ties } = standingsOf(
    tally,
    criteriaScores(input.criteria, counted.ballots),
    findDecision,
  )
  const notRanked = leftOut(input, tally, verdicts)
  const gates = inspect({
    tally,
    minBallots: input.minBallots,
    missing: missingBallots(input, isAnswered, conflicts),
    unscored: notRanked.flatMap(({ entry, reason }) => (reason === 'no-ballots' ? [entry] : [])),
    verdicts,
    shared: ties.flatMap<SharedRank>(({ shared }) => shared),
    slots: input.slots,
    mayScore: askable(input, conflicts),
    deciderOf: (entries) => deciderOf(entries, input.jurors, conflicts),
    checkPairs: input.checkPairs ?? false,
  })
  return {
    ranking: standings.map((standing) => rankedEntry(standing, tally, input.minBallots)),
    notRanked,
    jurors: rankedJurors(input.jurors, tally),
    pairs,
    ties,
    gates,
    components: tally.components,
    sealable: !gates.some(({ level }) => level === 'BLOCK'),
  }
}

/** Places on the roster and totals of ballots; one list a column, since there may be very many. */
interface Columns {
  readonly entryAt: Int32Array
  readonly jurorAt: Int32Array
  readonly totals: Float64Array
  readonly ballots: readonly Ballot[]
}

interface Sheet {
  /** Submitted and complete, by a voting juror, not set aside, across no conflict, for an entry that is still in. */
  readonly counted: Columns
  /** Whether a cell's ballot is submitted and complete, recused, absent or set aside. */
  readonly isAnswered: (cell: Cell) => boolean
}

function readSheet(
  { entries, jurors, criteria, ballots }: RankingInput,
  roster: Roster,
  conflicts: CellSet,
): Sheet {
  const totalOf = ballotTotaller(criteria)
  const out = new Set(entries.flatMap(({ id, withdrawn }) => (withdrawn ? [roster.entryAt(id)] : [])))
  const silent = new Set(jurors.flatMap(({ id, voting }) => (voting ? [] : [roster.jurorAt(id)])))
  const rows = new Int32Array(ballots.length)
  const columns = new Int32Array(ballots.length)
  const totals = new Float64Array(ballots.length)
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
    const total = given.status === 'submitted' ? totalOf(given.marks) : null
    const isExcused = given.status === 'recused' || given.status === 'absent'
    answered[ballot] = total !== null || isExcused || given.setAside ? 1 : 0
    if (total === null || given.setAside || out.has(row) || silent.has(column) || conflicts.has(given)) return
    totals[ballot] = total
    counted[count] = ballot
    count += 1
  })
  return {
    counted: pick({ entryAt: rows, jurorAt: columns, totals, ballots }, counted.subarray(0, count)),
    isAnswered: finder(roster, rows, columns, answered),
  }
}

/** Looks a cell up among the ballots of its entry: for thousands of cells quicker than a set of them. */
function finder(
  roster: Roster,
  rows: Int32Array,
  columns: Int32Array,
  answered: Uint8Array,
): (cell: Cell) => boolean {
  const start = startsOf(rows, roster.entries.length)
  const byEntry = sortByKey(
    rows.map((_, ballot) => ballot),
    rows,
    roster.entries.length,
  )
  return ({ juror, entry }) => {
    const row = roster.entryAt(entry) ?? -1
    const column = roster.jurorAt(juror)
    for (let k = start[row] ?? 0; k < (start[row + 1] ?? 0); k += 1) {
      const ballot = byEntry[k] ?? 0
      if (columns[ballot] === column) return answered[ballot] === 1
    }
    return false
  }
}

function withoutFailed(counted: Columns, roster: Roster, verdicts: readonly GateVerdict[]): Columns {
  const failed = new Set(verdicts.flatMap(({ entry, failed }) => (failed ? [roster.entryAt(entry)] : [])))
  if (failed.size === 0) return counted
  const { entryAt } = counted
  return pick(
    counted,
    entryAt.map((_, ballot) => ballot).filter((ballot) => !failed.has(entryAt[ballot])),
  )
}

function pick({ entryAt, jurorAt, totals, ballots }: Columns, kept: Int32Array): Columns {
  if (kept.length === entryAt.length) return { entryAt, jurorAt, totals, ballots }
  return {
    entryAt: kept.map((ballot) => entryAt[ballot] ?? 0),
    jurorAt: kept.map((ballot) => jurorAt[ballot] ?? 0),
    totals: Float64Array.from(kept, (ballot) => totals[ballot] ?? 0),
    ballots: Array.from(kept).flatMap((ballot) => ballots[ballot] ?? []),
  }
}

/** The largest weight first; equal weights in the order of the rubric. */
function criteriaScores(criteria: readonly Criterion[], ballots: readonly Ballot[]): CriterionScores[] {
  return weightedCriteria(criteria)
    .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .map((criterion) => {
      const scoreOf = ballotTotaller([criterion])
      return { id: criterion.id, scoreOf: (ballot) => scoreOf(ballots[ballot]?.marks ?? {}) ?? 0 }
    })
}

/** Assigned to a voting juror across no conflict, for an entry still in, and not answered for. */
function missingBallots(
  { entries, jurors, assignments }: RankingInput,
  isAnswered: (cell: Cell) => boolean,
  conflicts: CellSet,
): Cell[] {
  const open = assignments.filter((cell) => !isAnswered(cell))
  if (open.length === 0) return []
  const stillIn = new Set(entries.flatMap(({ id, withdrawn }) => (withdrawn ? [] : [id])))
  const voting = new Set(jurors.flatMap((juror) => (juror.voting ? [juror.id] : [])))
  return open
    .filter((cell) => voting.has(cell.juror) && stillIn.has(cell.entry) && !conflicts.has(cell))
    .map(({ juror, entry }) => ({ juror, entry }))
    .sort((a, b) => compare(a.entry, b.entry) || compare(a.juror, b.juror))
}

/** A ballot may be asked for where there is no conflict and none was recused or set aside. */
function askable({ ballots }: RankingInput, conflicts: CellSet): (cell: Cell) => boolean {
  const closed = cellSet(ballots.filter(({ status, setAside }) => setAside || status === 'recused'))
  return (cell) => !conflicts.has(cell) && !closed.has(cell)
}

function leftOut(
  { entries }: RankingInput,
  { design }: Tally,
  verdicts: readonly GateVerdict[],
): NotRanked[] {
  if (design.entries.length === entries.length) return []
  const ranked = new Set(design.entries)
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.entry, verdict]))
  return entries
    .filter(({ id }) => !ranked.has(id))
    .map(({ id: entry, withdrawn }): NotRanked => {
      const verdict = verdictOf.get(entry)
      if (withdrawn) return { entry, reason: 'withdrawn' }
      if (!verdict?.failed) return { entry, reason: 'no-ballots' }
      const { fails, ballots, decision } = verdict
      return { entry, reason: 'gate', fails, ballots, decision }
    })
    .sort((a, b) => compare(a.entry, b.entry))
}

function rankedEntry({ place, rank, decidedBy }: Standing, tally: Tally, minBallots: number): Ranked {
  const { id: entry, score, raw, severity, se, n, component } = entryTally(tally, place)
  return { entry, rank, score, raw, severity, se, n, provisional: n < minBallots, decidedBy, component }
}

function rankedJurors(jurors: readonly Juror[], tally: Tally): RankedJuror[] {
  const tallied = new Map<string, JurorTally>(tally.jurors.map((juror) => [juror.id, juror]))
  return jurors
    .filter(({ voting }) => voting)
    .map(({ id }) => tallied.get(id) ?? { id, n: 0, mean: null, sd: null, effect: null, component: null })
    .sort((a, b) => compare(a.id, b.id))
}

/** By code unit, as ids are sorted everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
