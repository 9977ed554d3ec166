import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { conflicts } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { seatOf } from './seat-of'

/** Whether the actor's seat in the event's jury must not meet the entry. */
export async function inConflict(actor: Actor, eventId: string, entryId: string): Promise<boolean> {
  const seat = seatOf(actor, eventId)
  return seat ? isApart(seat.juror, entryId) : false
}

/** Whether a conflict stands between a seat and an entry, assigned to it or not. */
export async function isApart(jurorId: string, entryId: string): Promise<boolean> {
  const standing = and(
    eq(conflicts.jurorId, jurorId),
    eq(conflicts.entryId, entryId),
    isNull(conflicts.liftedAt),
  )
  return (await (await db()).$count(conflicts, standing)) > 0
}
