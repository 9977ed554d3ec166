import 'server-only'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { promotions } from '@/db/schema'

/** Whether a place of an event in its parent event was ever offered, or left open. */
export async function hasNominated(eventId: string): Promise<boolean> {
  const [first] = await database
    .select({ id: promotions.id })
    .from(promotions)
    .where(eq(promotions.fromEventId, eventId))
    .limit(1)
  return first !== undefined
}
