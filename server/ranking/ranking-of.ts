import 'server-only'
import { minimumBallots } from '@/domain/ranking/gates'
import { type Ranking, type RankingInput, rank } from '@/domain/ranking/rank'
import type { EventRow } from '../events/find-event'
import { type JuryRecord, juryRecord } from '../judging/jury-record'
import { decisionsOf, type RecordedDecision } from './decisions'

export interface RankedRecord {
  readonly record: JuryRecord
  readonly decisions: readonly RecordedDecision[]
  readonly input: RankingInput
  readonly ranking: Ranking
}

/** An unseated juror's ballots still count, but such a juror stands in for nobody before the last seat. */
const AFTER_THE_SEATED = 1_000_000

/** Ranks an event from what its jury left behind. Says nothing about who may see it. */
export async function rankingOf(
  event: Pick<EventRow, 'id' | 'parentId' | 'promotionSlots'>,
): Promise<RankedRecord> {
  const record = await juryRecord(event.id)
  const decisions = await decisionsOf(event.id)
  const input = rankingInput(record, decisions, event.parentId === null ? 0 : event.promotionSlots)
  return { record, decisions, input, ranking: rank(input) }
}

/** What the rules of ranking ask of the jury's record. */
export function rankingInput(
  { criteria, jurors, entries, sheets, conflicts }: JuryRecord,
  decisions: readonly RecordedDecision[],
  slots: number,
): RankingInput {
  const seated = new Set(jurors.flatMap(({ id, seated }) => (seated ? [id] : [])))
  return {
    entries: entries.map(({ id, withdrawn }) => ({ id, withdrawn })),
    jurors: jurors.map(({ id, position, voting, president, seated }) => ({
      id,
      order: seated ? position : AFTER_THE_SEATED + position,
      voting,
      president: president && seated,
    })),
    criteria: criteria.map(({ name: _, ...criterion }) => criterion),
    ballots: sheets.flatMap(({ juror, entry, ballot, status, setAside, marks }) =>
      ballot === null ? [] : [{ juror, entry, status, setAside: setAside !== null, marks }],
    ),
    decisions: decisions.map(({ id, kind, entries, by }) => ({ id, kind, entries, by })),
    conflicts,
    assignments: sheets
      .filter(({ juror }) => seated.has(juror))
      .map(({ juror, entry }) => ({ juror, entry })),
    slots,
    minBallots: minimumBallots(jurors.filter(({ seated, voting }) => seated && voting).length),
    checkPairs: entries.length <= 200,
  }
}
