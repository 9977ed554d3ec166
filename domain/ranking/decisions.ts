import type { DecisionKind } from '@/domain/judging/states'
import type { CellSet } from './cells'
import type { DeliberationReason } from './companion/deliberation'

/**
 * What the president, or the juror who stands in, decided and recorded. `entries` runs from first to last for `order`;
 * for the other kinds their order says nothing. Name, time and reason stay with the record that `id` names.
 */
export interface Decision {
  readonly id: string
  readonly kind: DecisionKind
  readonly entries: readonly string[]
  /** The juror who decided. */
  readonly by: string
  /** Only for an order of entries too close to call. */
  readonly close?: {
    /** The digest of the ballots and leaders it was decided upon, which the chances were drawn with. */
    readonly seed: string
    /** Why deliberation was asked for. */
    readonly reasons: readonly DeliberationReason['code'][]
    /** Each entry's chance of being the first, to the thousandth, in the order of `entries`. */
    readonly pFirst: readonly number[]
  }
}

type Question = Pick<Decision, 'kind' | 'entries' | 'close'>

const questionOf = ({ kind, close }: Question) =>
  close ? 'close-call' : kind === 'gate-pass' || kind === 'gate-fail' ? 'gate' : 'tie'

/**
 * Whether one decision answers what another one does, and so takes its place: both are about a gate, a tie, or entries
 * too close to call, and they name an entry in common. A tie settled first stands beside the order of a close group.
 */
export const isSameQuestion = (one: Question, other: Question): boolean =>
  questionOf(one) === questionOf(other) && one.entries.some((entry) => other.entries.includes(entry))

/** Whether two lists name the same entries, each of them once. */
export const isSameGroup = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(b).size === b.length && b.every((entry) => a.includes(entry))

/** A seat of the jury. `order` is the order of the seats; an honorary seat is not `voting`. */
export interface Juror {
  readonly id: string
  readonly order: number
  readonly voting: boolean
  readonly president: boolean
}

/**
 * Who decides about these entries: the president or, when one of the entries is in conflict with the president, the
 * next voting juror in the order of seats (after the last comes the first) who is in conflict with none; null when
 * there is nobody.
 */
export function deciderOf(
  entries: readonly string[],
  jurors: readonly Juror[],
  conflicts: CellSet,
): string | null {
  const seats = [...jurors].sort((a, b) => a.order - b.order)
  const chair = seats.findIndex(({ president }) => president)
  const inTurn = chair < 0 ? seats : [...seats.slice(chair), ...seats.slice(0, chair)]
  const decider = inTurn.find(
    ({ id, voting, president }) =>
      (voting || president) && !entries.some((entry) => conflicts.has({ juror: id, entry })),
  )
  return decider?.id ?? null
}

/** Those made by the one whose decision it is to make; one made by somebody else does not count. */
export function rightlyMade<D extends Decision>(
  decisions: readonly D[],
  jurors: readonly Juror[],
  conflicts: CellSet,
): D[] {
  return decisions.filter(({ by, entries }) => by === deciderOf(entries, jurors, conflicts))
}

/** Finds the newest decision of one of these kinds that speaks of all these entries, by the one whose decision it is to make. */
export type FindDecision = (
  kinds: readonly DecisionKind[],
  entries: readonly string[],
) => Decision | undefined

/** `decisions` are those not revoked, oldest first. */
export function decisionFinder(
  decisions: readonly Decision[],
  jurors: readonly Juror[],
  conflicts: CellSet,
): FindDecision {
  const valid = rightlyMade(
    decisions.filter(({ close }) => close === undefined),
    jurors,
    conflicts,
  )
  return (kinds, entries) =>
    valid.findLast(
      (decision) => kinds.includes(decision.kind) && entries.every((id) => decision.entries.includes(id)),
    )
}
