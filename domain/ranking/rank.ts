import { type Criterion, type Steps, stepsTotaller, weightedCriteria } from '@/domain/judging/ballot-total'
import { type Cell, type CellSet, cellSet } from './cells'
import { decideCloseCalls, isCloseDecision } from './close-calls'
import { deciderOf, decisionFinder, type Juror, rightlyMade } from './decisions'
import { arrange } from './design'
import { type Gate, inspect } from './gates'
import type { RankingInput } from './input'
import { type GateVerdict, gateVerdicts } from './jury-gate'
import type { RungName } from './ladder'
import { rosterOf } from './roster'
import { readSheet, withoutFailed } from './sheet'
import {
  type CriterionScores,
  type Pair,
  type SharedRank,
  type Standing,
  standingsOf,
  type Tie,
} from './standings'
import { type ComponentTally, entryTally, type JurorTally, type Tally, tallyDesign } from './tally'

export type { Ballot, RankingInput } from './input'

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
 * From ballots to the official ranking: ballot totals, jury gate, fair average, tie ladder, what the jury decided about entries too close to call, and the gates before a
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

  const totalOf = stepsTotaller(input.criteria)
  const tally = tallyDesign(arrange(roster, counted.entryAt, counted.jurorAt), (ballot) =>
    totalOf(counted.steps, ballot),
  )
  const { standings, pairs, ties } = decideCloseCalls(
    standingsOf(tally, criteriaScores(input.criteria, counted.steps), findDecision),
    rightlyMade(input.decisions.filter(isCloseDecision), input.jurors, conflicts),
    {
      componentOf: ({ place }) => tally.design.components.ofEntry[place] ?? 0,
      scoreOf: ({ place }) => tally.fair[place] ?? 0,
    },
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

/** The largest weight first; equal weights in the order of the rubric. */
function criteriaScores(criteria: readonly Criterion[], steps: Steps): CriterionScores[] {
  return weightedCriteria(criteria)
    .map((criterion, place) => ({ criterion, own: steps.slice(place, place + 1) }))
    .sort((a, b) => (b.criterion.weight ?? 0) - (a.criterion.weight ?? 0))
    .map(({ criterion, own }) => {
      const scoreOf = stepsTotaller([criterion])
      return { id: criterion.id, scoreOf: (ballot) => scoreOf(own, ballot) }
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

function rankedEntry(standing: Standing, tally: Tally, minBallots: number): Ranked {
  const { score, raw, severity, se, n, component } = entryTally(tally, standing.place)
  return {
    entry: standing.entry,
    rank: standing.rank,
    score,
    raw,
    severity,
    se,
    n,
    provisional: n < minBallots,
    decidedBy: standing.decidedBy,
    component,
  }
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
