import type { Domain } from './scale'
import { shareOf } from './scale'

export interface PlottedResidual {
  readonly position: number
  readonly residual: number
  readonly outlier: boolean
}

const WIDTH = 320
const HEIGHT = 112
const EDGE = 9

/**
 * What the fit leaves of one juror's ballots, first pitch at the left: nothing left on the middle line, more than
 * expected above it, and the slope as a line. Outliers are rings.
 * @param positions and `reach` are the same for every juror, so that the pictures compare
 * @param limit how far a ballot may lie before it is an outlier; null where that cannot be said
 */
export function ResidualPlot({
  ballots,
  positions,
  reach,
  limit,
  slope,
  label,
}: {
  ballots: readonly PlottedResidual[]
  positions: Domain
  reach: number
  limit: number | null
  slope: number | null
  label: string
}) {
  const x = (position: number) => EDGE + shareOf(position, positions) * (WIDTH - 2 * EDGE)
  const y = (residual: number) =>
    HEIGHT - EDGE - shareOf(residual, { from: -reach, to: reach }) * (HEIGHT - 2 * EDGE)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="block h-auto w-full">
      {limit !== null && limit < reach && (
        <path
          d={`M0 ${y(limit)}H${WIDTH}M0 ${y(-limit)}H${WIDTH}`}
          className="stroke-control"
          strokeDasharray="2 5"
        />
      )}
      <path d={`M0 ${y(0)}H${WIDTH}`} className="stroke-line" strokeWidth="1.5" />
      {slope !== null && <path d={lineOf(ballots, slope, x, y)} className="stroke-text" strokeWidth="1.5" />}
      {ballots.map(({ position, residual, outlier }) =>
        outlier ? (
          <circle
            key={position}
            cx={x(position)}
            cy={y(residual)}
            r="5.5"
            className="fill-bg stroke-primary"
            strokeWidth="2.5"
          />
        ) : (
          <circle key={position} cx={x(position)} cy={y(residual)} r="3.4" className="fill-primary" />
        ),
      )}
    </svg>
  )
}

/** The fitted line runs through the middle of the ballots, from the first of them to the last. */
function lineOf(
  ballots: readonly PlottedResidual[],
  slope: number,
  x: (position: number) => number,
  y: (residual: number) => number,
): string {
  const places = ballots.map(({ position }) => position)
  const middle = places.reduce((sum, place) => sum + place, 0) / places.length
  const level = ballots.reduce((sum, { residual }) => sum + residual, 0) / ballots.length
  const [from, to] = [Math.min(...places), Math.max(...places)]
  return `M${x(from)} ${y(level + slope * (from - middle))}L${x(to)} ${y(level + slope * (to - middle))}`
}
