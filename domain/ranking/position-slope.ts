/** What the fit leaves of a ballot, and when its entry pitched: 1 is the first of the day. */
export interface PositionedResidual {
  readonly position: number
  readonly residual: number
}

/** Points per place in the order of pitches: above 0 a juror grew kinder as the day went on. */
export interface PositionSlope {
  readonly slope: number
  readonly se: number
  readonly n: number
}

/** Two ballots lie on a line whatever they say, and leave nothing to tell how sure it is. */
export const SLOPE_FROM = 3

/**
 * One juror's residuals against the position of the pitch, by ordinary least squares: b = Σ(p − p̄)(r − r̄) / Σ(p − p̄)²
 * and se(b) = √(Σe² / (n − 2) / Σ(p − p̄)²), e what the line leaves (Draper and Smith, Applied Regression Analysis, 3rd
 * ed. 1998, ch. 1). Residuals of one fit hang together a little, so that the error is a guide and no test. Shown, never
 * corrected for.
 * @returns null for fewer than three ballots and for ballots that share one position
 */
export function positionSlope(ballots: readonly PositionedResidual[]): PositionSlope | null {
  const n = ballots.length
  if (n < SLOPE_FROM) return null
  const meanPosition = ballots.reduce((sum, { position }) => sum + position, 0) / n
  const meanResidual = ballots.reduce((sum, { residual }) => sum + residual, 0) / n
  let across = 0
  let along = 0
  for (const { position, residual } of ballots) {
    along += (position - meanPosition) ** 2
    across += (position - meanPosition) * (residual - meanResidual)
  }
  if (along === 0) return null
  const slope = across / along
  let left = 0
  for (const { position, residual } of ballots)
    left += (residual - meanResidual - slope * (position - meanPosition)) ** 2
  return { slope, se: Math.sqrt(left / (n - 2) / along), n }
}
