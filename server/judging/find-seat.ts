import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, jurors } from '@/db/schema'
import { findEventById, isUuid } from '../events/find-event'

/** A seat that is still held, with its event; null for anything else. */
export async function findSeat(jurorId: string) {
  if (!isUuid(jurorId)) return null
  const [seat] = await (await db())
    .select()
    .from(jurors)
    .where(and(eq(jurors.id, jurorId), isNull(jurors.unseatedAt)))
  const found = seat && (await findEventById(seat.eventId))
  return seat && found ? { seat, found } : null
}

/** An entry that is in the event, or null. */
export async function findEntryIn(eventId: string, entryId: string) {
  if (!isUuid(entryId)) return null
  const [entry] = await (await db())
    .select()
    .from(entries)
    .where(and(eq(entries.id, entryId), eq(entries.eventId, eventId)))
  return entry ?? null
}
