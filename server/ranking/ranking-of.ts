import 'server-only'
import { isCloseDecision } from '@/domain/ranking/close-calls'
import { companionInputOf } from '@/domain/ranking/companion/companion-input'
import { minimumBallots } from '@/domain/ranking/gates'
import { type Ranking, type RankingInput, rank } from '@/domain/ranking/rank'
import type { EventRow } from '../events/find-event'
import { type JuryRecord, juryRecord } from '../judging/jury-record'
import { decisionsOf, type RecordedDecision } from './decisions'
import { sha256 } from './digest'

export interface RankedRecord {
  readonly record: JuryRecord
  /** Those that hold. */
  readonly decisions: readonly RecordedDecision[]
  /** Orders of entries too close to call that hold no longer: the ballots they were decided upon have changed. */
  readonly moot: readonly RecordedDecision[]
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
  const recorded = await decisionsOf(event.id)
  const slots = event.parentId === null ? 0 : event.promotionSlots
  const plain = recorded.filter((decision) => !isCloseDecision(decision))
  const plainly = rankingInput(record, plain, slots)
  const ranking = rank(plainly)
  if (plain.length === recorded.length)
    return { record, decisions: recorded, moot: [], input: plainly, ranking }
  const { seed } = companionInputOf(plainly, ranking, sha256)
  const decisions = recorded.filter(({ close }) => close === undefined || close.seed === seed)
  const input = rankingInput(record, decisions, slots)
  const moot = recorded.filter((decision) => !decisions.includes(decision))
  return { record, decisions, moot, input, ranking: rank(input) }
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
    decisions: decisions.map(({ id, kind, entries, by, close }) => ({
      ...{ id, kind, entries, by },
      ...(close ? { close } : {}),
    })),
    conflicts,
    assignments: sheets
      .filter(({ juror }) => seated.has(juror))
      .map(({ juror, entry }) => ({ juror, entry })),
    slots,
    minBallots: minimumBallots(jurors.filter(({ seated, voting }) => seated && voting).length),
    checkPairs: entries.length <= 200,
  }
}
