import { cholesky, type Factor, solve } from './cholesky'
import type { Design } from './design'

/** Figures by entry and by juror, in the design's order. */
export interface FairAverage {
  /** The ordinary means. */
  readonly raw: Float64Array
  /** t, on the scale of the scores, not clipped to it. */
  readonly fair: Float64Array
  /** s: how much more a juror gives than the panel on the same entries; their sum is 0 in each component. */
  readonly effect: Float64Array
}

/**
 * The normal matrix of the jurors after the entries are taken out, factored: A = diag(n_j) − Σ_i n_ij·n_ik/n_i + 1
 * within a component, 0 between components, so that one solve fits each component by itself. The +1 removes the null
 * vector and makes the juror effects of a component sum to 0.
 */
export function factorOf(design: Design): Factor {
  const { entries, jurors, jurorOf, start, perJuror, components } = design
  const size = jurors.length
  const matrix = new Float64Array(size * size)
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b <= a; b += 1)
      if (components.ofJuror[a] === components.ofJuror[b]) matrix[a * size + b] = 1
  perJuror.forEach((count, a) => {
    matrix[a * size + a] = 1 + count
  })
  for (let entry = 0; entry < entries.length; entry += 1) {
    const from = start[entry] ?? 0
    const to = start[entry + 1] ?? 0
    const share = 1 / (to - from)
    for (let k = from; k < to; k += 1) {
      const row = (jurorOf[k] ?? 0) * size
      for (let other = from; other <= k; other += 1) {
        const place = row + (jurorOf[other] ?? 0)
        matrix[place] = (matrix[place] ?? 0) - share
      }
    }
  }
  return cholesky(matrix, size)
}

/**
 * Additive least squares: the t and s that minimise Σ (y_ij − t_i − s_j)² with Σ s = 0 in each component.
 * `scores` holds y by ballot in the design's order.
 */
export function fairAverage(design: Design, factor: Factor, scores: Float64Array): FairAverage {
  const { entries, jurors, entryOf, jurorOf, start } = design
  const raw = rawMean(design, scores)
  const right = new Float64Array(jurors.length)
  for (let ballot = 0; ballot < scores.length; ballot += 1) {
    const juror = jurorOf[ballot] ?? 0
    right[juror] = (right[juror] ?? 0) + (scores[ballot] ?? 0) - (raw[entryOf[ballot] ?? 0] ?? 0)
  }
  const effect = solve(factor, right)
  const fair = new Float64Array(entries.length)
  for (let entry = 0; entry < fair.length; entry += 1) {
    const from = start[entry] ?? 0
    const to = start[entry + 1] ?? 0
    let sum = 0
    for (let ballot = from; ballot < to; ballot += 1) sum += effect[jurorOf[ballot] ?? 0] ?? 0
    fair[entry] = (raw[entry] ?? 0) - sum / (to - from)
  }
  return { raw, fair, effect }
}

/** The ordinary mean of each entry's scores. */
function rawMean({ entries, start }: Design, scores: Float64Array): Float64Array {
  const means = new Float64Array(entries.length)
  for (let entry = 0; entry < means.length; entry += 1) {
    const from = start[entry] ?? 0
    const to = start[entry + 1] ?? 0
    let sum = 0
    for (let ballot = from; ballot < to; ballot += 1) sum += scores[ballot] ?? 0
    means[entry] = sum / (to - from)
  }
  return means
}
