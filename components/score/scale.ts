/** The figures a strip runs from and to; the same for every row, so that rows compare. */
export interface Domain {
  readonly from: number
  readonly to: number
}

/** Where a figure stands between both ends, 0 to 1; what lies outside stands at the end. */
export function shareOf(value: number, { from, to }: Domain): number {
  if (to === from) return 0.5
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

/** A dot's place: how far along, and how many dots it stands above the line. */
export interface StackedDot {
  readonly x: number
  readonly level: number
}

/**
 * Dots that would cover each other stand on each other.
 * @param xs places along the line, in the unit of `width`, in any order
 * @param width from which distance on two dots stand side by side
 */
export function stackDots(xs: readonly number[], width: number): readonly StackedDot[] {
  const placed: StackedDot[] = []
  for (const x of xs.toSorted((a, b) => a - b)) {
    const taken = new Set(placed.filter((dot) => x - dot.x < width).map(({ level }) => level))
    let level = 0
    while (taken.has(level)) level++
    placed.push({ x, level })
  }
  return placed
}

/** The domain that holds all values, widened to whole steps: every row of one ranking gets this one. */
export function domainOf(values: readonly number[], step = 4): Domain {
  if (values.length === 0) return { from: 0, to: 100 }
  return {
    from: Math.floor(Math.min(...values) / step) * step,
    to: Math.ceil(Math.max(...values) / step) * step,
  }
}
