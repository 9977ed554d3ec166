/** One tap of a helper: this person came, or it was a mistake. Told in any order, once or more than once. */
export interface Tap {
  readonly id: string
  readonly registration: string
  readonly present: boolean
  readonly at: Date
}

/**
 * The tap somebody's arrival stands on: the earliest one since it was last taken back, or null where nobody came. It is
 * the same in whatever order several helpers' taps arrive. Of two at the same instant, the one that takes back holds.
 */
export function arrivalOf<T extends Tap>(taps: readonly T[]): T | null {
  const takenBack = Math.max(
    Number.NEGATIVE_INFINITY,
    ...taps.filter(({ present }) => !present).map(({ at }) => at.getTime()),
  )
  const standing = taps.filter(({ present, at }) => present && at.getTime() > takenBack)
  return standing.sort((one, other) => order(one, other))[0] ?? null
}

const order = (one: Tap, other: Tap) =>
  one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

const A_WEEK = 7 * 86_400_000

/**
 * When a tap was made, by the server's clock: the device only says how long it has waited, because its own clock may be
 * wrong by hours. What cannot be is held to the last week.
 */
export const tappedAt = (now: Date, waitedMs: number) =>
  new Date(now.getTime() - Math.min(A_WEEK, Math.max(0, Math.round(waitedMs))))
