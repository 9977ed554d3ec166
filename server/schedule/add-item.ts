import 'server-only'
import { transaction } from '@/db/client'
import { scheduleItems } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { instantIn } from '@/domain/events/wall-clock'
import { isLegible } from '@/domain/legible'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { cleanText } from '@/domain/registration/import/clean-text'
import { record } from '../audit'
import { editableEvent } from '../events/editable-event'

export interface ItemToAdd {
  readonly event: string
  readonly title: string
  /** As the wall of the venue shows it: `2018-05-25T09:00`. */
  readonly startsAt: string
  readonly endsAt?: string
  readonly place?: string
  /** What runs at the same time stands in tracks side by side. */
  readonly track?: string
}

/** Puts one item on the schedule. Refused `item-title-missing`, `item-start-unreadable`, `item-ends-early`. */
export async function addItem(actor: Actor, input: ItemToAdd): Promise<{ item: string } | Refusal> {
  const found = await editableEvent(actor, input.event)
  if (isRefusal(found)) return found
  const title = cleanText(input.title)
  if (!isLegible(title)) return refuse('item-title-missing', { field: 'title' })
  const { timeZone } = found.event
  const startsAt = instantIn(timeZone, input.startsAt)
  if (!startsAt) return refuse('item-start-unreadable', { field: 'startsAt' })
  const endsAt = input.endsAt ? instantIn(timeZone, input.endsAt) : null
  if (input.endsAt && !(endsAt && endsAt >= startsAt)) return refuse('item-ends-early', { field: 'endsAt' })
  return transaction(async (tx) => {
    const [made] = await tx
      .insert(scheduleItems)
      .values({
        eventId: input.event,
        kind: 'other',
        title,
        startsAt,
        endsAt,
        place: cleanText(input.place ?? '') || null,
        track: cleanText(input.track ?? '') || null,
      })
      .returning({ id: scheduleItems.id })
    if (!made) throw new Error('The item was not written')
    const object = { kind: 'schedule-item', id: made.id }
    await record({ actor, action: 'add-item', object, event: input.event })
    return { item: made.id }
  })
}
