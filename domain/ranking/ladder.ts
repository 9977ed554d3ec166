/** The rungs of the tie ladder in the order they are climbed; beside it, the jury's order of entries too close to call. */
export const RUNGS = [
  'fair-average',
  'criterion',
  'head-to-head',
  'decision',
  'shared',
  'deliberation',
] as const
export type RungName = (typeof RUNGS)[number]

/** Why one entry stands above the next, with the figures of the two; `shared` says that it does not. */
export type Separation =
  | { readonly rung: 'fair-average'; readonly figures: readonly [above: number, below: number] }
  | {
      readonly rung: 'criterion'
      readonly criterion: string
      readonly figures: readonly [above: number, below: number]
    }
  /** How many of the jurors who scored both gave more to the one above, and to the one below. */
  | { readonly rung: 'head-to-head'; readonly figures: readonly [above: number, below: number] }
  | { readonly rung: 'decision'; readonly decision: string }
  | { readonly rung: 'deliberation'; readonly decision: string }
  /** With the decision that confirms sharing, when there is one. */
  | { readonly rung: 'shared'; readonly decision: string | null }

/** A tied group put in order and cut: part k runs from `starts[k]` to the next start. One list serves all parts. */
export interface Split<T> {
  readonly order: readonly T[]
  readonly starts: readonly number[]
  readonly between: (above: T, below: T) => Separation
}

/** Acts inside a tied group of two or more; null when it has nothing to say about this one. */
export type Rung<T> = (group: readonly T[]) => Split<T> | null

/** Members from the top, and the separation after each but the last. */
export interface Climbed<T> {
  readonly order: readonly T[]
  readonly separations: readonly Separation[]
}

/**
 * Climbs the ladder: each rung cuts the group, the next acts inside every part still tied and never goes back.
 * @throws when members are still together after the last rung
 */
export function climb<T>(group: readonly T[], [rung, ...higher]: readonly Rung<T>[]): Climbed<T> {
  if (group.length < 2) return { order: group, separations: [] }
  if (!rung) throw new Error('the last rung must part every group')
  const split = rung(group)
  if (!split) return climb(group, higher)

  const order: T[] = []
  const separations: Separation[] = []
  split.starts.forEach((from, part) => {
    const to = split.starts[part + 1] ?? split.order.length
    const above = order.at(-1)
    const first = split.order[from]
    if (first === undefined) return
    if (to - from === 1) {
      // Most parts are one entry, with nothing left to climb for.
      if (above !== undefined) separations.push(split.between(above, first))
      order.push(first)
      return
    }
    const inside = climb(split.order.slice(from, to), higher)
    if (above !== undefined) separations.push(split.between(above, inside.order[0] ?? first))
    for (const member of inside.order) order.push(member)
    for (const separation of inside.separations) separations.push(separation)
  })
  return { order, separations }
}

/** A split that parts everybody. */
export function oneByOne<T>(order: readonly T[], between: Split<T>['between']): Split<T> {
  return { order, starts: [...order.keys()], between }
}
