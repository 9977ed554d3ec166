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
 * When a tap was made, as the device says in the server's time, held to what can be: the last week. The device reckons
 * all of its taps from one look at the server's clock, so that no slow answer puts an undo before what it undoes.
 */
export const tappedAt = (now: Date, at: number) =>
  new Date(Math.min(now.getTime(), Math.max(now.getTime() - A_WEEK, Math.round(at))))
