import 'server-only'
import type { RankedAward } from '@/domain/publishing/snapshot'
import { rank } from '@/domain/ranking/rank'
import { type AwardWithJury, awardsWithJury } from '../judging/award-juries'
import { type JuryRecord, juryRecord } from '../judging/jury-record'
import { rankingInput } from './ranking-input'

/** A special prize ranked from what its own jury left behind. */
export interface AwardRanking extends RankedAward {
  readonly named: AwardWithJury
  readonly record: JuryRecord
}

/**
 * Ranks each special prize of an event by the fair average of its own jury's ballots. Nobody presides there and no place
 * promotes, so who stay tied share the prize. Says nothing about who may see it.
 */
export async function awardRankings(eventId: string): Promise<AwardRanking[]> {
  const ranked: AwardRanking[] = []
  for (const named of await awardsWithJury(eventId)) {
    const record = await juryRecord(eventId, named.id)
    const input = rankingInput(record, [], 0)
    ranked.push({ award: named.id, named, record, input, ranking: rank(input) })
  }
  return ranked
}
