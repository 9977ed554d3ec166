import { cellSet } from './cells'
import type { Gate } from './gates'
import { type PositionSlope, positionSlope } from './position-slope'
import { TIE } from './ranks'
import type { Tally } from './tally'

/** What the fit leaves of a ballot, in points: above 0 the entry got more than it and the juror have otherwise. */
export interface BallotResidual {
  readonly entry: string
  readonly residual: number
  /** Further from its fit than the gate allows. */
  readonly outlier: boolean
}

export interface JurorResiduals {
  readonly id: string
  /** Of the juror's part of the design; null where no ballot is left over. */
  readonly sigma: number | null
  readonly slope: PositionSlope | null
  /** By entry's id. */
  readonly ballots: readonly BallotResidual[]
  /** Whether a glance at these residuals would tell the ranking. */
  readonly mirrors: boolean
}

/** From this correlation on residuals are read as the ranking: four fifths of their scatter is the fair averages'. */
export const MIRRORS_FROM = 0.9

/**
 * What the fit leaves of each juror's ballots. A juror who gives everybody the same leaves the fair averages turned
 * upside down, and of two ballots the one that fits better belongs to either the better or the worse entry: such a
 * juror's residuals mirror the ranking, and who must not read the one must not be shown the other.
 * @param positionOf the place in the order of pitches, null where none was drawn
 */
export function jurorResiduals(
  { design, residuals, fair, components }: Tally,
  gates: readonly Gate[],
  positionOf: (entry: string) => number | null,
): JurorResiduals[] {
  const far = cellSet(gates.flatMap((gate) => (gate.code === 'OUTLIER_BALLOT' ? [gate.detail] : [])))
  const placesOf: number[][] = design.jurors.map(() => [])
  design.jurorOf.forEach((juror, ballot) => {
    placesOf[juror]?.push(ballot)
  })
  return design.jurors.map((juror, at) => {
    const places = placesOf[at] ?? []
    const ballots = places.map((ballot): BallotResidual => {
      const entry = design.entries[design.entryOf[ballot] ?? 0] ?? ''
      return { entry, residual: residuals[ballot] ?? 0, outlier: far.has({ juror, entry }) }
    })
    const positioned = ballots.flatMap(({ entry, residual }) => {
      const position = positionOf(entry)
      return position === null ? [] : [{ position, residual }]
    })
    return {
      id: juror,
      sigma: components[design.components.ofJuror[at] ?? 0]?.sigma ?? null,
      slope: positionSlope(positioned),
      ballots,
      mirrors: mirrors(
        places.map((ballot) => residuals[ballot] ?? 0),
        places.map((ballot) => fair[design.entryOf[ballot] ?? 0] ?? 0),
      ),
    }
  })
}

/** Pearson's correlation of both, either way round. What does not scatter beyond rounding mirrors nothing. */
function mirrors(one: readonly number[], other: readonly number[]): boolean {
  const [a, b] = [centred(one), centred(other)]
  const scatter = product(a, a) * product(b, b)
  if (Math.max(...a.map(Math.abs), 0) <= TIE || Math.max(...b.map(Math.abs), 0) <= TIE) return false
  return Math.abs(product(a, b)) >= MIRRORS_FROM * Math.sqrt(scatter)
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

const product = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
