import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { ballots, entries, notes } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { NoteKind } from '@/domain/judging/states'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEvent, isUuid } from '../events/find-event'
import { seatOf } from './seat-of'

const LONGEST = 4000

export interface SentNote {
  readonly edition: string
  readonly event: string
  /** The client's UUID: sending it twice saves it once. */
  readonly id: string
  readonly entry: string
  readonly kind: NoteKind
  readonly text: string
}

/**
 * Keeps a juror's note on an entry of their sheet: `private` for the juror alone, `feedback` for the team once the
 * results are public. The latest of a kind holds, an empty text clears it; the earlier ones stay in the history.
 */
export async function writeNote(actor: Actor, input: SentNote): Promise<{ id: string } | Refusal> {
  const found = await findEvent(input.edition, input.event)
  if (!found) return refuse('not-found')
  const seat = seatOf(actor, found.event.id)
  const no = can(actor, 'save-marks', { event: found.facts, juror: seat?.juror }, now())
  if (no) return no
  if (!seat || !isUuid(input.entry)) return refuse('not-found')
  if (!isUuid(input.id)) return refuse('malformed', { field: 'id', name: 'id' })
  const text = input.text.normalize('NFC').trim()
  if (text.length > LONGEST) return refuse('note-long', { field: 'text', max: LONGEST })
  return transaction(async (tx) => {
    const [ballot] = await tx
      .select({ id: ballots.id })
      .from(ballots)
      .innerJoin(entries, eq(entries.id, ballots.entryId))
      .where(
        and(
          eq(ballots.jurorId, seat.juror),
          eq(ballots.entryId, input.entry),
          eq(entries.eventId, found.event.id),
        ),
      )
    if (!ballot) return refuse('not-found')
    const { id, entry: entryId, kind } = input
    const written = await tx
      .insert(notes)
      .values({ id, jurorId: seat.juror, entryId, kind, text, writtenAt: now() })
      .onConflictDoNothing()
      .returning({ id: notes.id })
    if (written.length === 0) {
      const [before] = await tx.select({ jurorId: notes.jurorId }).from(notes).where(eq(notes.id, id))
      return before?.jurorId === seat.juror ? { id } : refuse('mark-id-taken', { field: 'id' })
    }
    await record({
      actor,
      action: 'write-note',
      object: { kind: 'note', id },
      event: found.event.id,
      details: { entry: entryId, kind },
    })
    return { id }
  })
}
