/** Two figures nearer than this are the same: far above the solve's rounding, far below any step of a scale. */
export const TIE = 1e-9

/** rank_i = 1 + #{k : t_k > t_i + 1e-9}: "1224", in the order of the scores given. */
export function competitionRanks(scores: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(scores).sort()
  const last = sorted.length - 1
  const ranks: number[] = []
  for (let place = 0; place < scores.length; place += 1) {
    const better = (scores[place] ?? 0) + TIE
    let low = 0
    for (let high = last + 1; low < high; ) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? 0) > better) high = middle
      else low = middle + 1
    }
    ranks.push(last + 2 - low)
  }
  return ranks
}

/**
 * Best first, cut into groups from the top: a member belongs to a group while it is within 1e-9 of the group's first.
 * `starts` holds where each group begins.
 */
export function tiedGroups<T>(
  items: readonly T[],
  figureOf: (item: T) => number,
): { order: readonly T[]; starts: readonly number[] } {
  const figures = Float64Array.from(items, figureOf)
  const sorted = Int32Array.from(items.keys()).sort((a, b) => (figures[b] ?? 0) - (figures[a] ?? 0))
  const order: T[] = []
  const starts: number[] = []
  let first = Number.NaN
  for (const index of sorted) {
    const item = items[index]
    const figure = figures[index]
    if (item === undefined || figure === undefined) continue
    if (!(first - figure <= TIE)) {
      first = figure
      starts.push(order.length)
    }
    order.push(item)
  }
  return { order, starts }
}
