import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { scheduleItems } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export interface Plan {
  readonly kind: string
  readonly title: string
  readonly place?: string
  readonly startsAt: Date
  readonly endsAt?: Date
}

/** Sets an event's schedule as a whole: when each thing is due. Steps themselves are taken by people. */
export async function planDay(
  actor: Actor,
  { event: id, items }: { event: string; items: readonly Plan[] },
): Promise<{ items: number } | Refusal> {
  const found = await findEventById(id)
  if (!found) return refuse('not-found')
  const no = can(actor, 'edit-event', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    await tx.delete(scheduleItems).where(eq(scheduleItems.eventId, id))
    if (items.length > 0)
      await tx.insert(scheduleItems).values(items.map((item) => ({ ...item, eventId: id })))
    await record({
      actor,
      action: 'plan-day',
      object: { kind: 'event', id },
      event: id,
      details: { items: items.length },
    })
    return { items: items.length }
  })
}
