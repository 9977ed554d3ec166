import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { conflicts } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { findSeat } from './find-seat'
import { letMeet } from './keep-apart'
import { refillPanel } from './refill-panel'
import { writtenReason } from './written-reason'

/**
 * The organizer or the president lifts a conflict, in writing, never one's own; the record of it stays. What it set
 * aside counts again unless another conflict holds the two apart.
 */
export async function liftConflict(
  actor: Actor,
  input: { conflict: string; reason: string },
): Promise<{ conflict: string } | Refusal> {
  const [conflict] = isUuid(input.conflict)
    ? await (await db()).select().from(conflicts).where(eq(conflicts.id, input.conflict))
    : []
  const seated = conflict && (await findSeat(conflict.jurorId))
  if (!conflict || !seated) return refuse('not-found')
  const eventId = seated.found.event.id
  const no = can(actor, 'record-conflict', { event: seated.found.facts }, now())
  if (no) return no
  if (seated.seat.personId !== null && seated.seat.personId === actor.personId) return refuse('conflict-own')
  const reason = writtenReason(input.reason)
  if (typeof reason !== 'string') return reason
  return transaction(async (tx) => {
    await takeTurn(eventId)
    const lifted = await tx
      .update(conflicts)
      .set({ liftedAt: now(), liftedBy: actor.personId, liftedReason: reason })
      .where(and(eq(conflicts.id, conflict.id), isNull(conflicts.liftedAt)))
      .returning()
    if (lifted.length === 0) return refuse('lost-conflict')
    await letMeet(eventId, lifted)
    await record({
      actor,
      action: 'lift-conflict',
      object: { kind: 'conflict', id: conflict.id },
      event: eventId,
      details: { juror: conflict.jurorId, entry: conflict.entryId },
    })
    await refillPanel(eventId, actor)
    return { conflict: conflict.id }
  })
}
