import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { eventPhases } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { mayFollow, type Phase } from '@/domain/events/phases'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { keepInJournal } from '../journal/keep'
import { findEventById } from './find-event'

/** The steps an organizer takes by hand; closing, sealing and publishing are use cases of their own. */
const BY_HAND: readonly Phase[] = ['draft', 'registration', 'in-progress', 'judging', 'archived']

/** Takes an event to its next phase. Refused `wrong-step` when that phase cannot follow the one it stands at. */
export async function advancePhase(
  actor: Actor,
  { event: id, to, reason }: { event: string; to: Phase; reason?: string },
): Promise<{ phase: Phase } | Refusal> {
  const found = await findEventById(id)
  if (!found) return refuse('not-found')
  const no = can(actor, 'advance-phase', { event: found.facts }, now())
  if (no) return no
  if (!BY_HAND.includes(to) || !mayFollow(found.facts.phase, to)) {
    return refuse('wrong-step', { from: found.facts.phase, to })
  }
  return transaction(async () => {
    const stepped = await enterPhase(actor, id, found.facts.phase, to, reason)
    if (stepped) return stepped
    await record({
      actor,
      action: 'advance-phase',
      object: { kind: 'event', id },
      event: id,
      details: { to },
    })
    return { phase: to }
  })
}

/**
 * Writes the step from one phase to the next, in the caller's transaction. Two who step at once: the second is refused
 * `lost-step`.
 */
export async function enterPhase(
  actor: Actor | null,
  eventId: string,
  from: Phase,
  to: Phase,
  reason?: string,
): Promise<Refusal | null> {
  const tx = await db()
  const [last] = await tx
    .select()
    .from(eventPhases)
    .where(eq(eventPhases.eventId, eventId))
    .orderBy(desc(eventPhases.ordinal))
    .limit(1)
  if ((last?.phase ?? 'draft') !== from) return refuse('lost-step', { to: last?.phase ?? 'draft' })
  const ordinal = (last?.ordinal ?? 0) + 1
  const written = await tx
    .insert(eventPhases)
    .values({ eventId, ordinal, phase: to, reason, enteredAt: now(), enteredBy: actor?.personId })
    .onConflictDoNothing()
    .returning()
  if (written.length === 0) return refuse('lost-step', { to })
  keepInJournal(eventId, { eventPhases: written })
  return null
}
