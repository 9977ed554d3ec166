import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { events } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { RETENTION_MONTHS } from '@/domain/people/retention'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { editableEvent } from '../events/editable-event'

/** Says for how many months after its end an event keeps what identifies its people; null, for ever. Refused `retention-range`. */
export async function setRetention(
  actor: Actor,
  { event, months }: { event: string; months: number | null },
): Promise<{ months: number | null } | Refusal> {
  const found = await editableEvent(actor, event)
  if (isRefusal(found)) return found
  const { min, max } = RETENTION_MONTHS
  if (months !== null && !(Number.isInteger(months) && months >= min && months <= max))
    return refuse('retention-range', { field: 'months', min, max })
  return transaction(async (tx) => {
    await tx.update(events).set({ retentionMonths: months }).where(eq(events.id, event))
    await record({
      actor,
      action: 'set-retention',
      object: { kind: 'event', id: event },
      event,
      details: { months },
    })
    return { months }
  })
}
