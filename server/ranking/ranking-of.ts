import 'server-only'
import { cellSet } from '@/domain/ranking/cells'
import { isCloseDecision } from '@/domain/ranking/close-calls'
import { companionInputOf } from '@/domain/ranking/companion/companion-input'
import { rightlyMade } from '@/domain/ranking/decisions'
import { type Ranking, type RankingInput, rank } from '@/domain/ranking/rank'
import type { EventRow } from '../events/find-event'
import { type JuryRecord, juryRecord } from '../judging/jury-record'
import { type AwardRanking, awardRankings } from './award-rankings'
import { decisionsOf, type RecordedDecision } from './decisions'
import { sha256 } from './digest'
import { rankingInput } from './ranking-input'

/** A decision that is not followed: the ballots it was made upon have changed, or it is no longer that juror's to make. */
export interface MootDecision extends RecordedDecision {
  readonly since: 'ballots' | 'decider'
}

export interface RankedRecord {
  readonly record: JuryRecord
  /** Those that hold. */
  readonly decisions: readonly RecordedDecision[]
  /** Those that hold no longer. */
  readonly moot: readonly MootDecision[]
  readonly input: RankingInput
  readonly ranking: Ranking
  /** The special prizes that juries of their own give. */
  readonly awards: readonly AwardRanking[]
}

/** Ranks an event from what its jury left behind. Says nothing about who may see it. */
export async function rankingOf(
  event: Pick<EventRow, 'id' | 'parentId' | 'promotionSlots'>,
): Promise<RankedRecord> {
  const record = await juryRecord(event.id)
  const awards = await awardRankings(event.id)
  const recorded = await decisionsOf(event.id)
  const slots = event.parentId === null ? 0 : event.promotionSlots
  const { jurors, conflicts } = rankingInput(record, [], slots)
  const rightful = rightlyMade(recorded, jurors, cellSet(conflicts))
  const plain = rightful.filter((decision) => !isCloseDecision(decision))
  const plainly = rankingInput(record, plain, slots)
  const plainRanking = rank(plainly)
  const holding =
    plain.length === rightful.length
      ? plain
      : followed(rightful, companionInputOf(plainly, plainRanking, sha256).seed)
  const moot = recorded
    .filter((decision) => !holding.includes(decision))
    .map((decision) => ({ ...decision, since: rightful.includes(decision) ? 'ballots' : 'decider' }) as const)
  if (holding.length === plain.length)
    return { record, decisions: plain, moot, input: plainly, ranking: plainRanking, awards }
  const input = rankingInput(record, holding, slots)
  return { record, decisions: holding, moot, input, ranking: rank(input), awards }
}

/** Without the orders of entries too close to call that were decided upon other ballots. */
const followed = (decisions: readonly RecordedDecision[], seed: string) =>
  decisions.filter(({ close }) => close === undefined || close.seed === seed)
