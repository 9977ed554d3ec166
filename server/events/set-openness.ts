import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { events } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { hasReached } from '@/domain/events/phases'
import type { Openness } from '@/domain/publishing/openness'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { refuseLocked } from '../editions/refuse-locked'
import { editableEvent } from './editable-event'
import { lockEvent } from './lock-event'

/**
 * Says beforehand how much of the result the public will read. Refused `openness-published` once it reads it, and
 * `rule-locked` for another one while the edition locks it.
 */
export async function setOpenness(
  actor: Actor,
  { event: id, openness }: { event: string; openness: Openness },
): Promise<{ openness: Openness } | Refusal> {
  return transaction(async (tx) => {
    await lockEvent(id)
    const found = await editableEvent(actor, id)
    if (isRefusal(found)) return found
    const { event, facts } = found
    if (event.openness === openness) return { openness }
    if (hasReached(facts.phase, 'published')) return refuse('openness-published', { field: 'openness' })
    const locked = await refuseLocked(event, 'openness', 'openness')
    if (locked) return locked
    await tx.update(events).set({ openness }).where(eq(events.id, id))
    const object = { kind: 'event', id }
    await record({ actor, action: 'set-openness', object, event: id, details: { openness } })
    return { openness }
  })
}
