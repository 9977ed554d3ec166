import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { events } from '@/db/schema'
import { takeTurn } from '../audit'
import { type FoundEvent, findEventById, isUuid } from './find-event'

/**
 * The event, held until the caller's transaction ends: steps that look at the whole event before they write (closing,
 * sealing, publishing, promoting) go one after the other. It takes the event's turn too, so no mark or ballot changes
 * under them. Null when there is none.
 */
export async function lockEvent(id: string): Promise<FoundEvent | null> {
  if (!isUuid(id)) return null
  await (await db()).select({ id: events.id }).from(events).where(eq(events.id, id)).for('update')
  await takeTurn(id)
  return findEventById(id)
}
