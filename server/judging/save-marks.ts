import 'server-only'
import { sql } from 'drizzle-orm'
import { brokenConstraint, type Database, transaction } from '@/db/client'
import { currentMarks, marks } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type HeldMark, type Received, receiveMarks, type SentMark } from '@/domain/judging/receive-marks'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEvent, isUuid } from '../events/find-event'
import { notePresence } from './note-presence'
import { seatOf } from './seat-of'
import { sheetUnderTurn } from './sheet-under-turn'

export interface SavedMarks {
  /** The ids the record holds, also when it held them before. */
  readonly saved: readonly string[]
  readonly rejected: readonly { readonly id: string; readonly refusal: Refusal }[]
  /** Kept in the history but not current: another device changed the cell meanwhile, and the juror decides. */
  readonly conflicts: readonly { readonly mine: HeldMark; readonly theirs: HeldMark }[]
}

/**
 * Saves a juror's marks, each on its own: one that is refused stops no other. Idempotent by the marks' ids; `device` is
 * the client's name for itself and `seq` counts on it. Marks made before closing that arrive after it are kept as late
 * and refused `closed-judging`. Values never enter the audit.
 */
export async function saveMarks(
  actor: Actor,
  input: { edition: string; event: string; marks: readonly SentMark[] },
): Promise<SavedMarks | Refusal> {
  const found = await findEvent(input.edition, input.event)
  if (!found) return refuse('not-found')
  const seat = seatOf(actor, found.event.id)
  const no = can(
    actor,
    'save-marks',
    { event: { ...found.facts, phase: 'judging' }, juror: seat?.juror },
    now(),
  )
  if (no) return no
  if (!seat) return refuse('not-found')
  const place = { eventId: found.event.id, jurorId: seat.juror }
  const known = input.marks.filter(({ entry, criterion }) => isUuid(entry) && isUuid(criterion))
  const strays = input.marks
    .filter((mark) => !known.includes(mark))
    .map(({ id, entry }) => ({
      id,
      refusal: isUuid(entry)
        ? refuse('criterion-unknown', { field: 'criterion' })
        : refuse('entry-not-yours', { field: 'entry' }),
    }))
  if (known.length === 0) return { saved: [], rejected: strays, conflicts: [] }

  const outcome = await transaction(async (tx) => {
    const turn = await takeTurn(place.eventId)
    const entryIds = [...new Set(known.map(({ entry }) => entry))]
    const { phase, seenAt, sheet } = await sheetUnderTurn(place, {
      entryIds,
      markIds: known.map(({ id }) => id),
    })
    const facts = { ...found.facts, phase }
    const untimely = can(actor, 'save-marks', { event: facts, juror: seat.juror }, now())
    if (untimely && !sheet.closed) return untimely
    const received = receiveMarks(known, sheet)
    if (received.written.length > 0) {
      await write(tx, seat.juror, sheet.criteria, received)
      await record(
        {
          actor,
          action: 'save-marks',
          object: { kind: 'juror', id: seat.juror },
          event: place.eventId,
          details: {
            marks: received.written.map(({ id }) => id),
            late: received.written.filter(({ late }) => late).length,
            contested: received.written.filter(({ contested }) => contested).length,
          },
        },
        turn,
      )
    }
    await notePresence(seat.juror, seenAt)
    return received
  }).catch((error: unknown) => {
    // An id somebody else used meanwhile in another event, or a rubric replaced under the first mark.
    const broken = brokenConstraint(error)
    if (broken === 'marks_pkey') return refuse('mark-id-taken', { field: 'id' })
    if (broken === 'marks_criterion') return refuse('criterion-unknown', { field: 'criterion' })
    throw error
  })
  if (isRefusal(outcome)) return outcome
  const { saved, rejected, conflicts } = outcome
  return { saved, rejected: [...strays, ...rejected], conflicts }
}

/** Adds to the history and moves the cells on, in one statement. */
async function write(
  tx: Database,
  jurorId: string,
  scales: ReadonlyMap<string, { min: number; max: number }>,
  { written, current }: Pick<Received, 'written' | 'current'>,
): Promise<void> {
  const receivedAt = now()
  const rows = written.map((mark) => ({
    id: mark.id,
    jurorId,
    entryId: mark.entry,
    criterionId: mark.criterion,
    value: mark.value,
    scaleMin: scales.get(mark.criterion)?.min ?? 0,
    scaleMax: scales.get(mark.criterion)?.max ?? 0,
    device: mark.device,
    seq: mark.seq,
    replaces: mark.replaces,
    madeAt: mark.at,
    receivedAt,
    late: mark.late,
    contested: mark.contested,
  }))
  if (current.size === 0) {
    await tx.insert(marks).values(rows)
    return
  }
  const history = tx.$with('history').as(tx.insert(marks).values(rows).returning({ id: marks.id }))
  await tx
    .with(history)
    .insert(currentMarks)
    .values(
      [...current.values()].map(({ id, entry, criterion }) => ({
        jurorId,
        entryId: entry,
        criterionId: criterion,
        markId: id,
      })),
    )
    .onConflictDoUpdate({
      target: [currentMarks.jurorId, currentMarks.entryId, currentMarks.criterionId],
      set: { markId: sql`excluded.mark_id` },
    })
}
