/** The rungs of the tie ladder in the order they are climbed. */
export const RUNGS = ['fair-average', 'criterion', 'head-to-head', 'decision', 'shared'] as const
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
  /** With the decision that confirms sharing, when there is one. */
  | { readonly rung: 'shared'; readonly decision: string | null }

/** A tied group cut into smaller ones, best first, and what to say between two of them. */
export interface Split<T> {
  readonly groups: readonly (readonly T[])[]
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
  for (const part of split.groups) {
    // Most parts are one entry: nothing left to climb for.
    const inside = part.length === 1 ? null : climb(part, higher)
    const [above, below] = [order.at(-1), (inside?.order ?? part)[0]]
    if (above !== undefined && below !== undefined) separations.push(split.between(above, below))
    for (const member of inside?.order ?? part) order.push(member)
    for (const separation of inside?.separations ?? []) separations.push(separation)
  }
  return { order, separations }
}
