import 'server-only'
import { and, eq, min } from 'drizzle-orm'
import { database } from '@/db/client'
import { jurors, marks } from '@/db/schema'
import { isOfJury } from './award-juries'

/** When an event's own jury, or a special prize's, gave its first mark; null when it has given none. */
export async function firstMarkOf(eventId: string, award: string | null = null): Promise<Date | null> {
  const [first] = await database
    .select({ at: min(marks.receivedAt) })
    .from(marks)
    .innerJoin(jurors, eq(jurors.id, marks.jurorId))
    .where(and(eq(jurors.eventId, eventId), isOfJury(jurors.awardId, award)))
  return first?.at ?? null
}
