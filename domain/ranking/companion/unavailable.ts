import type { ComponentTally, Score } from '../tally'

/** Why nothing can be said of a component: each has a sentence of its own. */
export const UNAVAILABLE = [
  'few-jurors',
  'few-entries',
  'all-equal',
  'few-ballots',
  'no-noise',
  'too-large',
] as const
export type UnavailableReason = (typeof UNAVAILABLE)[number]

export interface Unavailable {
  readonly available: false
  readonly reason: UnavailableReason
}

const MOST_ENTRIES = 3_000
const MOST_JURORS = 500
/** Totals nearer than this, against the size of their scale, are the same. */
const SAME = 1e-9
/** Noise below this share of the totals' range is rounding: the jurors differ by constants alone. */
const NO_NOISE = 1e-6

export function whyUnavailable(
  scores: readonly Score[],
  { entries, jurors, rss, df }: ComponentTally,
): UnavailableReason | null {
  if (jurors.length < 2) return 'few-jurors'
  if (entries.length < 2) return 'few-entries'
  let least = Number.POSITIVE_INFINITY
  let largest = Number.NEGATIVE_INFINITY
  for (const { value } of scores) {
    least = Math.min(least, value)
    largest = Math.max(largest, value)
  }
  const range = largest - least
  if (range <= SAME * Math.max(1, Math.abs(largest), Math.abs(least))) return 'all-equal'
  if (df <= 0) return 'few-ballots'
  if (Math.sqrt(rss / df) <= NO_NOISE * range) return 'no-noise'
  return entries.length > MOST_ENTRIES || jurors.length > MOST_JURORS ? 'too-large' : null
}
