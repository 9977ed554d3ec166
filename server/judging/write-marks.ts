import 'server-only'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { asParameter, rowsOf } from '@/db/rows'
import { auditChains, auditEntries, currentMarks, marks } from '@/db/schema'
import type { Received, Sheet } from '@/domain/judging/receive-marks'
import { type Deed, entryAfter, type Turn } from '../audit'
import { now } from '../clock'
import { keepInJournal } from '../journal/keep'

/**
 * Adds marks to the history, moves the cells on and tells of it in the audit, in one statement, if the event's chain
 * still ends where it did when the sheet was read. Whatever changes a sheet adds to that chain, so it is the version of
 * all that was decided upon. Whoever answers outside of a transaction waits for `journalSettled` first. `enteredBy` is who
 * typed them in where that was not the juror.
 * @returns false when somebody else was quicker and nothing was written
 */
export async function writeMarks(
  juror: string,
  { criteria }: Pick<Sheet, 'criteria'>,
  { written, current }: Pick<Received, 'written' | 'current'>,
  deed: Deed,
  end: Turn,
  enteredBy: string | null = null,
): Promise<boolean> {
  const receivedAt = now()
  const history = written.map(({ entry, criterion, at, ...mark }) => ({
    ...mark,
    jurorId: juror,
    entryId: entry,
    criterionId: criterion,
    scaleMin: criteria.get(criterion)?.min ?? Number.NaN,
    scaleMax: criteria.get(criterion)?.max ?? Number.NaN,
    madeAt: at,
    receivedAt,
    enteredBy,
  }))
  const cells = [...current.values()].map(({ id, entry, criterion }) => ({
    jurorId: juror,
    entryId: entry,
    criterionId: criterion,
    markId: id,
  }))
  const entry = entryAfter(end, deed)
  const found = await writing.execute({
    chain: entry.chain,
    before: end.ordinal,
    ordinal: entry.ordinal,
    hash: entry.hash,
    entry: asParameter(auditEntries, [entry]),
    history: asParameter(marks, history),
    cells: asParameter(currentMarks, cells),
  })
  if (found.length === 0) return false
  keepInJournal(entry.chain, { marks: history, currentMarks: cells })
  return true
}

const turn = database.$with('turn').as(
  database
    .insert(auditChains)
    .values({
      chain: sql.placeholder('chain'),
      ordinal: sql.placeholder('ordinal'),
      hash: sql.placeholder('hash'),
    })
    .onConflictDoUpdate({
      target: auditChains.chain,
      set: { ordinal: sql`excluded.ordinal`, hash: sql`excluded.hash` },
      setWhere: sql`audit_chains.ordinal = ${sql.placeholder('before')}`,
    })
    .returning({ chain: auditChains.chain }),
)
const inTurn = sql`turn`

const told = database.$with('told').as(
  database
    .insert(auditEntries)
    .select(rowsOf(auditEntries, 'entry', inTurn))
    .returning({ hash: auditEntries.hash }),
)
const kept = database.$with('kept').as(
  database
    .insert(marks)
    .select(rowsOf(marks, 'history', inTurn))
    .returning({ id: marks.id }),
)
const moved = database.$with('moved').as(
  database
    .insert(currentMarks)
    .select(rowsOf(currentMarks, 'cells', inTurn))
    .onConflictDoUpdate({
      target: [currentMarks.jurorId, currentMarks.entryId, currentMarks.criterionId],
      set: { markId: sql`excluded.mark_id` },
    })
    .returning({ markId: currentMarks.markId }),
)

const writing = database
  .with(turn, told, kept, moved)
  .select({ chain: turn.chain })
  .from(turn)
  .prepare('write-marks')
