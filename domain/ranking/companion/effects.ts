import { inverse } from '../cholesky'
import type { Panel } from './mixed-model'
import type { Fit } from './reml'

/** What the model says of each entry or juror against the mean, and its standard error. */
export interface Effects {
  readonly effect: Float64Array
  readonly se: Float64Array
}

/** The best linear unbiased predictions of entries and jurors, with the root of each one's prediction error variance. */
export function effectsOf(
  panel: Panel,
  { equations, variances }: Fit,
): { entries: Effects; jurors: Effects } {
  const { ratios, diagonal, factor, solution } = equations
  const { entries, jurors, jurorOf, start } = panel.design
  const { size } = factor
  const mean = jurors.length
  const covariance = inverse(factor)
  const noise = Math.sqrt(variances.residual)

  const effect = new Float64Array(entries.length)
  const se = new Float64Array(entries.length)
  for (let entry = 0; entry < entries.length; entry += 1) {
    const panelists = jurorOf.subarray(start[entry], start[entry + 1])
    const weight = diagonal[entry] ?? 1
    const n = panelists.length
    let left = (panel.entrySums[entry] ?? 0) - n * (solution[mean] ?? 0)
    let spread = n * n * (covariance[mean * size + mean] ?? 0)
    for (const juror of panelists) {
      left -= ratios.juror * (solution[juror] ?? 0)
      spread += 2 * n * ratios.juror * (covariance[mean * size + juror] ?? 0)
      for (const other of panelists) spread += ratios.juror ** 2 * (covariance[juror * size + other] ?? 0)
    }
    effect[entry] = (ratios.entry ** 2 * left) / weight
    se[entry] = noise * ratios.entry * Math.sqrt(1 / weight + (ratios.entry / weight) ** 2 * spread)
  }
  return {
    entries: { effect, se },
    jurors: {
      effect: solution.slice(0, mean).map((v) => ratios.juror * v),
      se: Float64Array.from(
        jurors,
        (_, juror) => noise * ratios.juror * Math.sqrt(covariance[juror * size + juror] ?? 0),
      ),
    },
  }
}
