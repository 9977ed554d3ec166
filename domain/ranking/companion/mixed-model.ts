import { cholesky, type Factor, solve } from '../cholesky'
import type { Design } from '../design'

/** One component's ballots: the totals in the design's order, less their mean, which keeps the sums small. */
export interface Panel {
  readonly design: Design
  readonly mean: number
  readonly centred: Float64Array
  readonly squares: number
  readonly entrySums: Float64Array
  readonly jurorSums: Float64Array
}

/** How far entries and jurors scatter, each as a ratio of standard deviations to that of the noise. */
export interface Ratios {
  readonly entry: number
  readonly juror: number
}

/**
 * The mixed model's equations at two ratios, in units of the noise: y = μ + θt·u + θs·v + e with u, v and e of one
 * variance. The entries, which meet nothing but jurors and the mean, are taken out: what is factored has a row a juror
 * and one, the last, for the mean.
 */
export interface Equations {
  readonly ratios: Ratios
  /** Of entry i: θt²·n_i + 1. */
  readonly diagonal: Float64Array
  readonly factor: Factor
  /** v of each juror, and last μ (of the centred totals). */
  readonly solution: Float64Array
  /** Of all the equations, the entries' included. */
  readonly logDeterminant: number
  /** Penalised residual sum of squares. */
  readonly rss: number
}

export function panelOfScores(design: Design, scores: Float64Array): Panel {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const centred = scores.map((score) => score - mean)
  const entrySums = new Float64Array(design.entries.length)
  const jurorSums = new Float64Array(design.jurors.length)
  let squares = 0
  centred.forEach((score, ballot) => {
    const entry = design.entryOf[ballot] ?? 0
    const juror = design.jurorOf[ballot] ?? 0
    entrySums[entry] = (entrySums[entry] ?? 0) + score
    jurorSums[juror] = (jurorSums[juror] ?? 0) + score
    squares += score * score
  })
  return { design, mean, centred, squares, entrySums, jurorSums }
}

export function equationsAt(panel: Panel, ratios: Ratios): Equations {
  const { start, entries, jurors } = panel.design
  const square = ratios.entry * ratios.entry
  const diagonal = new Float64Array(entries.length)
  let logDeterminant = 0
  let rss = panel.squares
  for (let entry = 0; entry < diagonal.length; entry += 1) {
    const weight = square * ((start[entry + 1] ?? 0) - (start[entry] ?? 0)) + 1
    diagonal[entry] = weight
    logDeterminant += Math.log(weight)
    rss -= (square * (panel.entrySums[entry] ?? 0) ** 2) / weight
  }
  const size = jurors.length + 1
  const { matrix, right } = withoutEntries(panel, ratios, diagonal)
  const factor = cholesky(matrix, size)
  const solution = solve(factor, right)
  for (let row = 0; row < size; row += 1) {
    logDeterminant += 2 * Math.log(factor.lower[row * size + row] ?? 1)
    rss -= (right[row] ?? 0) * (solution[row] ?? 0)
  }
  return { ratios, diagonal, factor, solution, logDeterminant, rss: Math.max(rss, 0) }
}

/** The jurors' and the mean's equations once the entries are eliminated; the lower triangle alone. */
function withoutEntries(
  { design, entrySums, jurorSums }: Panel,
  { entry: entryRatio, juror: jurorRatio }: Ratios,
  diagonal: Float64Array,
) {
  const { entries, jurors, jurorOf, start, perJuror } = design
  const size = jurors.length + 1
  const mean = jurors.length
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  const square = entryRatio * entryRatio
  for (let juror = 0; juror < mean; juror += 1) {
    matrix[juror * size + juror] = jurorRatio * jurorRatio * (perJuror[juror] ?? 0) + 1
    right[juror] = jurorRatio * (jurorSums[juror] ?? 0)
  }
  for (let entry = 0; entry < entries.length; entry += 1) {
    const from = start[entry] ?? 0
    const to = start[entry + 1] ?? 0
    const weight = diagonal[entry] ?? 1
    const sum = entrySums[entry] ?? 0
    const shared = (square * jurorRatio * jurorRatio) / weight
    const pulled = (square * jurorRatio * sum) / weight
    for (let ballot = from; ballot < to; ballot += 1) {
      const juror = jurorOf[ballot] ?? 0
      for (let other = from; other <= ballot; other += 1) {
        const place = juror * size + (jurorOf[other] ?? 0)
        matrix[place] = (matrix[place] ?? 0) - shared
      }
      right[juror] = (right[juror] ?? 0) - pulled
      // 1 − θt²·n/weight = 1/weight, written so that nothing cancels.
      matrix[mean * size + juror] = (matrix[mean * size + juror] ?? 0) + jurorRatio / weight
    }
    matrix[mean * size + mean] = (matrix[mean * size + mean] ?? 0) + (to - from) / weight
    right[mean] = (right[mean] ?? 0) + sum / weight
  }
  return { matrix, right }
}
