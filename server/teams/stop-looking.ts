import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { boardCards, joinRequests, registrations, teams } from '@/db/schema'
import { now } from '../clock'

/**
 * Who has a seat, or withdraws, looks no further: their card leaves the event's board and their open questions to its
 * teams are taken back, in the caller's transaction.
 */
export async function stopLooking(personId: string, eventId: string): Promise<void> {
  const tx = await db()
  const own = tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.personId, personId), eq(registrations.eventId, eventId)))
  await tx
    .update(boardCards)
    .set({ takenDownAt: now() })
    .where(and(inArray(boardCards.registrationId, own), isNull(boardCards.takenDownAt)))
  const here = tx.select({ id: teams.id }).from(teams).where(eq(teams.eventId, eventId))
  await tx
    .update(joinRequests)
    .set({ accepted: false, answeredAt: now(), answeredBy: personId })
    .where(
      and(
        eq(joinRequests.personId, personId),
        inArray(joinRequests.teamId, here),
        isNull(joinRequests.answeredAt),
      ),
    )
}
