import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { scheduleItems } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { editableEvent } from '../events/editable-event'
import { isUuid } from '../events/find-event'

/** Takes an item off the schedule; one that is gone already is `not-found`. */
export async function removeItem(
  actor: Actor,
  { event, item }: { event: string; item: string },
): Promise<{ item: string } | Refusal> {
  if (!isUuid(item)) return refuse('not-found')
  const found = await editableEvent(actor, event)
  if (isRefusal(found)) return found
  return transaction(async (tx) => {
    const [gone] = await tx
      .delete(scheduleItems)
      .where(and(eq(scheduleItems.id, item), eq(scheduleItems.eventId, event)))
      .returning({ id: scheduleItems.id })
    if (!gone) return refuse('not-found')
    await record({ actor, action: 'remove-item', object: { kind: 'schedule-item', id: item }, event })
    return { item }
  })
}
