import { stepsTotaller } from '@/domain/judging/ballot-total'
import { cellSet } from './cells'
import { decisionFinder } from './decisions'
import type { RankingInput } from './input'
import { gateVerdicts } from './jury-gate'
import { rosterOf } from './roster'
import { readSheet, withoutFailed } from './sheet'
import type { Score } from './tally'

/**
 * The totals of the ballots that the official ranking counts, in the order of the input.
 * @throws as `rank` does
 */
export function countedScores(input: RankingInput): Score[] {
  const roster = rosterOf(
    input.entries.map(({ id }) => id),
    input.jurors.map(({ id }) => id),
  )
  const conflicts = cellSet(input.conflicts)
  const findDecision = decisionFinder(input.decisions, input.jurors, conflicts)
  const { counted: cast } = readSheet(input, roster, conflicts)
  const verdicts = gateVerdicts(input.criteria, roster.entries, cast.entryAt, cast.ballots, findDecision)
  const counted = withoutFailed(cast, roster, verdicts)
  const totalOf = stepsTotaller(input.criteria)
  return counted.ballots.map(({ juror, entry }, ballot) => ({
    juror,
    entry,
    value: totalOf(counted.steps, ballot),
  }))
}
