import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { jurorResiduals } from '@/domain/ranking/calibration'
import type { Companion } from '@/domain/ranking/companion/companion'
import type { UnavailableReason } from '@/domain/ranking/companion/unavailable'
import { countedScores } from '@/domain/ranking/counted-scores'
import type { GateCode } from '@/domain/ranking/gates'
import type { PositionSlope } from '@/domain/ranking/position-slope'
import { tallyScores } from '@/domain/ranking/tally'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import type { FoundEvent } from '../events/find-event'
import { companionOrNone } from './companion'
import { computeRanking, type Look } from './compute-ranking'
import { juryPlace } from './jury-place'

/** What the fit leaves of one ballot, to a tenth of a point. */
export interface ShownResidual {
  readonly entry: string
  readonly residual: number
  readonly outlier: boolean
}

/** A juror's figures; the official ones are null while no ballot of theirs counts. */
export interface CalibratedJuror {
  readonly id: string
  readonly office: string
  /** Ballots that count. */
  readonly n: number
  readonly sd: number | null
  /** What the fair average takes out: above 0 the juror is generous. */
  readonly effect: number | null
  /** The companion's estimate of the same, drawn towards 0, with its standard error; null where it says nothing. */
  readonly estimate: { readonly effect: number; readonly se: number } | null
  readonly sigma: number | null
  readonly slope: PositionSlope | null
  /** What the gates say of the juror. */
  readonly warnings: readonly JurorWarning[]
  /** In the order of pitches; null where they would tell the ranking at a glance. */
  readonly residuals: readonly ShownResidual[] | null
}

const JUROR_WARNINGS = ['CONSTANT_JUROR', 'THIN_JUROR'] as const satisfies GateCode[]
export type JurorWarning = (typeof JUROR_WARNINGS)[number]

export interface Calibration {
  readonly found: FoundEvent
  /** Ballots that count. */
  readonly ballots: number
  /** Entries with a ballot that counts, in the order of pitches, then by name. */
  readonly entries: readonly {
    readonly id: string
    readonly team: string
    readonly position: number | null
  }[]
  /** Voting jurors in the order of their seats. */
  readonly jurors: readonly CalibratedJuror[]
  /** Why the companion is silent: of each part of the jury once, or that it failed. */
  readonly silent: readonly (UnavailableReason | 'failed')[]
}

/**
 * How each juror gave, for the jury desk: severity, spread, residuals, and their slope over the order of pitches. Holds
 * no rank, no fair average and no total, since a total less its residual and its juror's effect is a fair average. It is
 * a look at the ranking, and written down like one. `condition-see-ranking` to a president with own ballots to submit,
 * and `not-found` to everybody else, as where there is no such event.
 */
export async function calibrateJury(
  actor: Actor,
  { event }: { event: string },
): Promise<Calibration | Refusal> {
  const look = await computeRanking(actor, { event })
  if (isRefusal(look)) return look.code === 'condition-see-ranking' ? look : refuse('not-found')
  if (can(actor, 'read-others-marks', juryPlace(actor, look.found, look.record), now()))
    return refuse('not-found')
  return calibrationOf(look, await companionOrNone(look))
}

function calibrationOf({ found, record, input, ranking }: Look, companion: Companion): Calibration {
  const tally = tallyScores(countedScores(input))
  const orderOf = new Map(record.entries.map(({ id, order }) => [id, order]))
  const left = new Map(
    jurorResiduals(tally, ranking.gates, (entry) => orderOf.get(entry) ?? null).map((one) => [one.id, one]),
  )
  const counted = new Set(tally.design.entries)
  // The record's own order is the order of pitches, then of names.
  const entries = record.entries
    .filter(({ id }) => counted.has(id))
    .map(({ id, team, order: position }) => ({ id, team: team.name, position }))
  const official = new Map(ranking.jurors.map((juror) => [juror.id, juror]))
  const estimates = estimatesOf(companion)
  return {
    found,
    ballots: tally.scores.length,
    entries,
    silent: silenceOf(companion, tally.scores.length),
    jurors: record.jurors.flatMap(({ id, office }) => {
      const juror = official.get(id)
      if (!juror) return []
      const { sigma = null, slope = null, ballots = [], mirrors = false } = left.get(id) ?? {}
      const ballotOf = new Map(ballots.map((ballot) => [ballot.entry, ballot]))
      return {
        ...{ id, office, sigma, slope },
        ...{ n: juror.n, sd: juror.sd, effect: juror.effect },
        estimate: estimates.get(id) ?? null,
        warnings: JUROR_WARNINGS.filter((code) =>
          ranking.gates.some((gate) => gate.code === code && gate.detail.juror === id),
        ),
        residuals: mirrors
          ? null
          : entries.flatMap(({ id: entry }) => {
              const ballot = ballotOf.get(entry)
              return ballot ? [{ ...ballot, residual: toTenth(ballot.residual) }] : []
            }),
      }
    }),
  }
}

function estimatesOf({ components }: Companion) {
  return new Map(
    components.flatMap(({ model }) =>
      model.available ? model.jurors.map(({ id, effect, se }) => [id, { effect, se }] as const) : [],
    ),
  )
}

function silenceOf({ components }: Companion, ballots: number): Calibration['silent'] {
  if (components.length === 0 && ballots > 0) return ['failed']
  return [...new Set(components.flatMap(({ model }) => (model.available ? [] : [model.reason])))]
}

/** What rounds to nothing has no sign. */
function toTenth(value: number): number {
  return Math.round(value * 10) / 10 || 0
}
