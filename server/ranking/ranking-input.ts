import 'server-only'
import { minimumBallots } from '@/domain/ranking/gates'
import type { RankingInput } from '@/domain/ranking/rank'
import type { JuryRecord } from '../judging/jury-record'
import type { RecordedDecision } from './decisions'

/** An unseated juror's ballots still count, but such a juror stands in for nobody before the last seat. */
const AFTER_THE_SEATED = 1_000_000

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
