import { type Factor, inverse } from './cholesky'
import { type Design, entriesByComponent, panelOf } from './design'

/** A⁻¹ of the juror effects, size × size row by row; differences of effects have covariance σ²·A⁻¹. */
export interface Inverse {
  readonly size: number
  readonly values: Float64Array
}

export function inverseOf(factor: Factor): Inverse {
  return { size: factor.size, values: inverse(factor) }
}

/**
 * Standard error of each fair average under Σ s = 0, NaN where σ is null. Var(t_i)/σ² = 1/n_i + p'A⁻¹p − 1/J², where p
 * holds 1/n_i for each juror of the entry and J counts the component's jurors: the +1 in A adds 1/J² to A⁻¹, and an
 * entry's own sum is uncorrelated with the juror effects. Agrees with R's `lm` under sum contrasts.
 */
export function standardErrors(
  design: Design,
  covariance: Inverse,
  sigmas: readonly (number | null)[],
): Float64Array {
  const { ofEntry } = design.components
  const jurorsIn = sigmas.map(() => 0)
  for (const component of design.components.ofJuror) jurorsIn[component] = (jurorsIn[component] ?? 0) + 1
  const errors = new Float64Array(ofEntry.length)
  ofEntry.forEach((component, entry) => {
    const panel = panelOf(design, entry)
    const variance = 1 / panel.length + spread(covariance, panel, panel) - 1 / (jurorsIn[component] ?? 1) ** 2
    errors[entry] = (sigmas[component] ?? Number.NaN) * Math.sqrt(Math.max(0, variance))
  })
  return errors
}

/** Var(t_a − t_b)/σ² of two entries (indexes of the design) in one component. */
export function differenceVariance(design: Design, covariance: Inverse, a: number, b: number): number {
  const [one, other] = [panelOf(design, a), panelOf(design, b)]
  return (
    1 / one.length +
    1 / other.length +
    spread(covariance, one, one) +
    spread(covariance, other, other) -
    2 * spread(covariance, one, other)
  )
}

/** The pair of a component that is compared worst, and how much worse than in a balanced design. */
export interface WorstPair {
  readonly component: number
  readonly entries: readonly [string, string]
  /** SED/(σ·√(2/mean ballots per entry)); σ cancels. Complete panels have 1. */
  readonly ratio: number
}

/** Looks at every pair of entries of each component: O(T²), which is why it is only done when asked. */
export function worstPairs(design: Design, covariance: Inverse): WorstPair[] {
  const own = Float64Array.from(design.entries, (_, entry) => {
    const panel = panelOf(design, entry)
    return 1 / panel.length + spread(covariance, panel, panel)
  })
  return entriesByComponent(design)
    .map((members, component) => worstPair(design, covariance, own, component, members))
    .filter((found) => found !== null)
}

function worstPair(
  design: Design,
  covariance: Inverse,
  own: Float64Array,
  component: number,
  members: readonly number[],
): WorstPair | null {
  let worst = { variance: 0, a: -1, b: -1 }
  for (const [place, a] of members.entries()) {
    const row = meanRow(covariance, panelOf(design, a))
    for (const b of members.slice(place + 1)) {
      const variance = (own[a] ?? 0) + (own[b] ?? 0) - 2 * meanOf(row, panelOf(design, b))
      if (variance > worst.variance) worst = { variance, a, b }
    }
  }
  const [first, second] = [design.entries[worst.a], design.entries[worst.b]]
  if (first === undefined || second === undefined) return null
  const ballots = members.reduce((sum, entry) => sum + panelOf(design, entry).length, 0)
  return {
    component,
    entries: [first, second],
    ratio: Math.sqrt(worst.variance / (2 / (ballots / members.length))),
  }
}

/** p'A⁻¹q for the panels p and q, each juror weighing 1/n. */
function spread({ size, values }: Inverse, p: Int32Array, q: Int32Array): number {
  let sum = 0
  for (const a of p) for (const b of q) sum += values[a * size + b] ?? 0
  return sum / (p.length * q.length)
}

function meanRow({ size, values }: Inverse, panel: Int32Array): Float64Array {
  const row = new Float64Array(size)
  for (const juror of panel)
    for (let other = 0; other < size; other += 1)
      row[other] = (row[other] ?? 0) + (values[juror * size + other] ?? 0) / panel.length
  return row
}

function meanOf(row: Float64Array, panel: Int32Array): number {
  let sum = 0
  for (const juror of panel) sum += row[juror] ?? 0
  return sum / panel.length
}
