import type { Scale } from './on-grid'
import type { CriterionKind } from './states'

export interface WeighedCriterion {
  readonly id: string
  readonly kind: CriterionKind
  readonly weight: number | null
  readonly scale: Scale
}

export interface RunningTotal {
  /** Points so far, of 100 for a whole sheet. */
  readonly points: number
  /** What the marked criteria could have given at most. */
  readonly of: number
  /** Weighted criteria without a mark. */
  readonly left: number
  /** Each weighted criterion: its part of 100, and how much of that is filled (null: no mark). */
  readonly parts: readonly { readonly id: string; readonly share: number; readonly filled: number | null }[]
}

/** The total as it grows, for the eye: what counts is computed exactly from the submitted ballot. */
export function runningTotal(
  criteria: readonly WeighedCriterion[],
  valueAt: (criterion: string) => number | null,
): RunningTotal {
  const weighted = criteria.filter(({ kind }) => kind === 'weighted')
  const sum = weighted.reduce((all, { weight }) => all + (weight ?? 0), 0)
  const parts = weighted.map(({ id, weight, scale }) => {
    const value = valueAt(id)
    const filled = value === null ? null : (value - scale.min) / (scale.max - scale.min)
    return { id, share: sum === 0 ? 0 : (100 * (weight ?? 0)) / sum, filled }
  })
  const marked = parts.filter(({ filled }) => filled !== null)
  return {
    points: marked.reduce((all, { share, filled }) => all + share * (filled ?? 0), 0),
    of: marked.reduce((all, { share }) => all + share, 0),
    left: parts.length - marked.length,
    parts,
  }
}
