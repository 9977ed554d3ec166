import { weakLinks } from './bridges'
import type { Cell } from './cells'
import type { Design } from './design'
import type { GateVerdict } from './jury-gate'
import { linkingBallots } from './linking-ballots'
import { inverseOf, type WorstPair, worstPairs } from './precision'
import { TIE } from './ranks'
import type { SharedRank } from './standings'
import type { Tally } from './tally'

/** More than this many times the error of a balanced design of the same size. */
export const WEAK_RATIO = 1.4
/** A juror with fewer ballots says little about the entries. */
export const THIN_BELOW = 3
/** A ballot further from its fit than this many σ. */
export const OUTLIER_BEYOND = 3

/** Each entry needs three ballots, or all of a smaller panel's. */
export function minimumBallots(panelSize: number): number {
  return Math.min(3, panelSize)
}

/** What stands between a ranking and an official result, by code. Nothing is dropped because of a warning. */
export interface GateDetails {
  /** An assigned ballot is neither submitted, recused nor absent. */
  INCOMPLETE: { readonly ballots: readonly Cell[] }
  /** More than one component: ranks hold within each; these ballots would link them. */
  DISCONNECTED: { readonly components: readonly (readonly string[])[]; readonly links: readonly Cell[] }
  /** Provisional and not promotable. */
  TOO_FEW: { readonly entry: string; readonly n: number; readonly minimum: number }
  /** The jury fails the entry and the president has neither confirmed nor lifted it. */
  GATE_UNCONFIRMED: { readonly entry: string; readonly fails: number; readonly ballots: number }
  /** A shared rank that promotes, or a shared first place nobody confirmed: a decision is required. */
  TIED_PLACE: {
    readonly rank: number
    readonly entries: readonly string[]
    readonly promotes: boolean
    /** Who is to decide; null when nobody may. */
    readonly decider: string | null
  }
  /** One ballot holds two parts together, or a pair compared much worse than in a balanced design. */
  WEAK_LINK:
    | (Cell & { readonly sign: 'bridge' })
    | { readonly sign: 'pair'; readonly entries: readonly [string, string]; readonly ratio: number }
  SINGLE_JUROR: { readonly juror: string }
  /** The same score for every entry, over two ballots or more. */
  CONSTANT_JUROR: { readonly juror: string; readonly n: number; readonly score: number }
  THIN_JUROR: { readonly juror: string; readonly n: number }
  OUTLIER_BALLOT: Cell & { readonly score: number; readonly residual: number; readonly sigma: number }
}

export type GateCode = keyof GateDetails

export const GATE_LEVELS = {
  INCOMPLETE: 'BLOCK',
  DISCONNECTED: 'BLOCK',
  TOO_FEW: 'BLOCK',
  GATE_UNCONFIRMED: 'BLOCK',
  TIED_PLACE: 'BLOCK',
  WEAK_LINK: 'WARN',
  SINGLE_JUROR: 'WARN',
  CONSTANT_JUROR: 'WARN',
  THIN_JUROR: 'WARN',
  OUTLIER_BALLOT: 'WARN',
} as const satisfies Record<GateCode, 'BLOCK' | 'WARN'>

export type Gate = {
  [Code in GateCode]: {
    readonly level: (typeof GATE_LEVELS)[Code]
    readonly code: Code
    readonly detail: GateDetails[Code]
  }
}[GateCode]

/** What the gates look at. */
export interface Inspection {
  readonly tally: Tally
  readonly minBallots: number
  /** Assigned ballots nobody has answered for. */
  readonly missing: readonly Cell[]
  /** Entries to be ranked that have no counted ballot. */
  readonly unscored: readonly string[]
  readonly verdicts: readonly GateVerdict[]
  readonly shared: readonly SharedRank[]
  /** How many places promote. */
  readonly slots: number
  readonly mayScore: (cell: Cell) => boolean
  readonly deciderOf: (entries: readonly string[]) => string | null
  /** Whether to compare every pair of entries: O(entries²). */
  readonly checkPairs: boolean
}

type Findings = { [Code in GateCode]: (on: Inspection) => readonly GateDetails[Code][] }

const FINDINGS: Findings = {
  INCOMPLETE: ({ missing }) => (missing.length > 0 ? [{ ballots: missing }] : []),
  DISCONNECTED: ({ tally, mayScore }) =>
    tally.components.length > 1
      ? [
          {
            components: tally.components.map(({ entries }) => entries),
            links: linkingBallots(tally, mayScore),
          },
        ]
      : [],
  TOO_FEW: ({ tally, unscored, minBallots: minimum }) => [
    ...unscored.map((entry) => ({ entry, n: 0, minimum })),
    ...thinEntries(tally.design, minimum),
  ],
  GATE_UNCONFIRMED: ({ verdicts }) =>
    verdicts
      .filter(({ decision }) => decision === null)
      .map(({ entry, fails, ballots }) => ({ entry, fails, ballots })),
  TIED_PLACE: ({ shared, slots, deciderOf }) =>
    shared
      .filter(({ rank, confirmedBy }) => rank <= slots || (rank === 1 && confirmedBy === null))
      .map(({ rank, entries }) => ({
        rank,
        entries,
        promotes: rank <= slots,
        decider: deciderOf(entries),
      })),
  WEAK_LINK: (on) => [...bridgesOf(on), ...weakPairs(on)],
  SINGLE_JUROR: ({ tally: { jurors } }) =>
    jurors.length === 1 ? jurors.map(({ id }) => ({ juror: id })) : [],
  CONSTANT_JUROR: ({ tally }) =>
    tally.jurors
      .filter(({ n, sd }) => n >= 2 && sd < 1e-9)
      .map(({ id, n, mean }) => ({ juror: id, n, score: mean })),
  THIN_JUROR: ({ tally }) =>
    tally.jurors.filter(({ n }) => n < THIN_BELOW).map(({ id, n }) => ({ juror: id, n })),
  OUTLIER_BALLOT: ({ tally }) => outliers(tally),
}

/** Everything found, in the order of the codes: what blocks first. */
export function inspect(inspection: Inspection): Gate[] {
  return (Object.keys(FINDINGS) as GateCode[]).flatMap((code) => gatesOf(code, inspection))
}

function gatesOf<Code extends GateCode>(code: Code, inspection: Inspection): Gate[] {
  return FINDINGS[code](inspection).map((detail) => ({ level: GATE_LEVELS[code], code, detail }) as Gate)
}

function thinEntries({ entries, start }: Design, minimum: number): GateDetails['TOO_FEW'][] {
  const found: GateDetails['TOO_FEW'][] = []
  entries.forEach((entry, place) => {
    const n = (start[place + 1] ?? 0) - (start[place] ?? 0)
    if (n < minimum) found.push({ entry, n, minimum })
  })
  return found
}

function bridgesOf({ tally }: Inspection): GateDetails['WEAK_LINK'][] {
  return weakLinks(tally.design).map((ballot) => ({ sign: 'bridge', ...cellOf(tally, ballot) }))
}

function weakPairs({ tally, checkPairs }: Inspection): GateDetails['WEAK_LINK'][] {
  if (!checkPairs) return []
  return worstPairs(tally.design, inverseOf(tally.factor))
    .filter(({ ratio }: WorstPair) => ratio > WEAK_RATIO)
    .map(({ entries, ratio }) => ({ sign: 'pair', entries, ratio }))
}

function outliers({ design, scores, residuals, components }: Tally): GateDetails['OUTLIER_BALLOT'][] {
  const found: GateDetails['OUTLIER_BALLOT'][] = []
  for (let ballot = 0; ballot < residuals.length; ballot += 1) {
    const residual = residuals[ballot] ?? 0
    const sigma = components[design.components.ofEntry[design.entryOf[ballot] ?? 0] ?? 0]?.sigma ?? null
    // A perfect fit leaves only rounding, which is no outlier.
    if (sigma === null || Math.abs(residual) <= Math.max(OUTLIER_BEYOND * sigma, TIE)) continue
    found.push({ ...cellOf({ design }, ballot), score: scores[ballot] ?? 0, residual, sigma })
  }
  return found
}

function cellOf({ design }: Pick<Tally, 'design'>, ballot: number): Cell {
  return {
    juror: design.jurors[design.jurorOf[ballot] ?? 0] ?? '',
    entry: design.entries[design.entryOf[ballot] ?? 0] ?? '',
  }
}
