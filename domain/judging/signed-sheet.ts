import type { RankingInput } from '@/domain/ranking/input'
import type { Criterion, Marks } from './ballot-total'
import type { BallotState } from './states'

/** What a juror signs: the rubric and every answer of the own sheet, in one order. Its canonical JSON has one digest. */
export interface SignedSheet {
  readonly event: string
  readonly juror: string
  readonly criteria: readonly Criterion[]
  readonly ballots: readonly {
    readonly entry: string
    readonly status: BallotState
    /** Empty but for a submitted ballot. */
    readonly marks: Marks
  }[]
}

/**
 * A juror's sheet as it is signed. It is made of what a snapshot holds, so that a stranger with a sealed package finds
 * the same fingerprint; a draft is no answer and is left out, and a ballot set aside stays what the juror signed.
 */
export function signedSheet(
  event: string,
  juror: string,
  { criteria, ballots }: Pick<RankingInput, 'criteria' | 'ballots'>,
): SignedSheet {
  return {
    event,
    juror,
    criteria: [...criteria].sort(byUnit(({ id }) => id)),
    ballots: ballots
      .filter((ballot) => ballot.juror === juror && ballot.status !== 'draft')
      .map(({ entry, status, marks }) => ({
        entry,
        status,
        marks: status === 'submitted' ? given(marks) : {},
      }))
      .sort(byUnit(({ entry }) => entry)),
  }
}

const given = (marks: Marks) =>
  Object.fromEntries(Object.entries(marks).filter(([, value]) => typeof value === 'number'))

/** By code unit: no machine's language changes the order. */
function byUnit<T>(key: (item: T) => string) {
  return (a: T, b: T) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}
