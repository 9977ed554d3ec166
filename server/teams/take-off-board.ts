import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { boardCards, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

/** Takes one's card off the board; nothing of it is shown any more. */
export async function takeOffBoard(
  actor: Actor,
  { event }: { event: string },
): Promise<{ registration: string | null } | Refusal> {
  const found = await findEventById(event)
  const { personId } = actor
  if (!found) return refuse('not-found')
  if (personId === null) return refuse('sign-in')
  const no = can(actor, 'edit-own-person', { event: found.facts, person: personId }, now())
  if (no) return no
  return transaction(async (tx) => {
    const [own] = await tx
      .select({ id: registrations.id })
      .from(registrations)
      .where(and(eq(registrations.personId, personId), eq(registrations.eventId, event)))
    if (!own) return { registration: null }
    const taken = await tx
      .update(boardCards)
      .set({ takenDownAt: now() })
      .where(and(eq(boardCards.registrationId, own.id), isNull(boardCards.takenDownAt)))
      .returning({ id: boardCards.registrationId })
    if (taken.length > 0)
      await record({ actor, action: 'take-off-board', object: { kind: 'registration', id: own.id }, event })
    return { registration: taken.length > 0 ? own.id : null }
  })
}
