/** A juror and an entry: they meet, or they must not. */
export interface Pair {
  readonly juror: string
  readonly entry: string
}

/** A whole number from 0 to `DEAREST`: how unwelcome a pair is, for its language, room or expertise. */
export interface PairCost extends Pair {
  readonly cost: number
}

export const DEAREST = 100

export interface AssignmentInput {
  readonly jurors: readonly { readonly id: string; readonly maxLoad?: number }[]
  readonly entries: readonly { readonly id: string }[]
  /** Never assigned, whatever else is lacking. */
  readonly conflicts: readonly Pair[]
  /** How many ballots each entry gets. */
  readonly perEntry: number
  readonly seed: string
  /** Ballots that stay: they count for their entry and their juror. One across a conflict counts for neither. */
  readonly fixed?: readonly Pair[]
  readonly costs?: readonly PairCost[]
}

export interface Assignment {
  /** By entry, then juror; those that were fixed among them. */
  readonly assignments: readonly Pair[]
  /** Entries that get fewer ballots than asked for: nobody may take the rest. */
  readonly shortfalls: readonly { readonly entry: string; readonly missing: number }[]
  /** How many ballots each juror has. */
  readonly loads: Readonly<Record<string, number>>
}
