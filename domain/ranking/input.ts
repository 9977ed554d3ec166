import type { Criterion, Marks } from '@/domain/judging/ballot-total'
import type { BallotState } from '@/domain/judging/states'
import type { Cell } from './cells'
import type { Decision, Juror } from './decisions'

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
