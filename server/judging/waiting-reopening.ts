import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { reopenings } from '@/db/schema'

/** The reopening that waits for a second person, or null. */
export async function waitingReopening(eventId: string) {
  const [waiting] = await (await db())
    .select()
    .from(reopenings)
    .where(and(eq(reopenings.eventId, eventId), isNull(reopenings.confirmedAt)))
    .orderBy(desc(reopenings.askedAt))
    .limit(1)
  return waiting ?? null
}
