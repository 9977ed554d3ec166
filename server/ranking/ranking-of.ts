import 'server-only'
import { isCloseDecision } from '@/domain/ranking/close-calls'
import { companionInputOf } from '@/domain/ranking/companion/companion-input'
import { type Ranking, type RankingInput, rank } from '@/domain/ranking/rank'
import type { EventRow } from '../events/find-event'
import { type JuryRecord, juryRecord } from '../judging/jury-record'
import { type AwardRanking, awardRankings } from './award-rankings'
import { decisionsOf, type RecordedDecision } from './decisions'
import { sha256 } from './digest'
import { rankingInput } from './ranking-input'

export interface RankedRecord {
  readonly record: JuryRecord
  /** Those that hold. */
  readonly decisions: readonly RecordedDecision[]
  /** Orders of entries too close to call that hold no longer: the ballots they were decided upon have changed. */
  readonly moot: readonly RecordedDecision[]
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
  const plain = recorded.filter((decision) => !isCloseDecision(decision))
  const plainly = rankingInput(record, plain, slots)
  const ranking = rank(plainly)
  if (plain.length === recorded.length)
    return { record, decisions: recorded, moot: [], input: plainly, ranking, awards }
  const { seed } = companionInputOf(plainly, ranking, sha256)
  const decisions = recorded.filter(({ close }) => close === undefined || close.seed === seed)
  const input = rankingInput(record, decisions, slots)
  const moot = recorded.filter((decision) => !decisions.includes(decision))
  return { record, decisions, moot, input, ranking: rank(input), awards }
}
