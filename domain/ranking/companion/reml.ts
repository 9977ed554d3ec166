import { type Equations, equationsAt, type Panel, type Ratios } from './mixed-model'
import { type Point, smallest } from './smallest'

export interface Fit {
  readonly equations: Equations
  /** REML's criterion as lme4 states it: −2 times the restricted log-likelihood, profiled over the two ratios. */
  readonly criterion: number
  readonly variances: Variances
}

export interface Variances {
  readonly entry: number
  readonly juror: number
  readonly residual: number
}

/** No panel in sight of reason scatters ten thousand times as far as its noise. */
const LARGEST_RATIO = 1e4

/** The variances that make the ballots most likely once the mean is allowed for; either ratio may be 0. */
export function fitByReml(panel: Panel): Fit {
  const best = smallest((point) => criterionOf(panel, equationsAt(panel, ratiosAt(point))))
  const equations = equationsAt(panel, ratiosAt(best))
  const residual = equations.rss / (panel.centred.length - 1)
  const { entry, juror } = equations.ratios
  return {
    equations,
    criterion: criterionOf(panel, equations),
    variances: { entry: entry * entry * residual, juror: juror * juror * residual, residual },
  }
}

function criterionOf({ centred }: Panel, { logDeterminant, rss }: Equations): number {
  const freedom = centred.length - 1
  return logDeterminant + freedom * (1 + Math.log((2 * Math.PI * rss) / freedom))
}

/** From the unit square, so that the search meets the whole half-line of each ratio in steps of one size. */
function ratiosAt([entry, juror]: Point): Ratios {
  const ratio = (share: number) => Math.min(share / (1 - share), LARGEST_RATIO)
  return { entry: ratio(entry), juror: ratio(juror) }
}
