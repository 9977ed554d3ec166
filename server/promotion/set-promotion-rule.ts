import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { events } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { PromotionRule } from '@/domain/promotion/nominate'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { refuseLocked } from '../editions/refuse-locked'
import { editableEvent } from '../events/editable-event'
import { lockEvent } from '../events/lock-event'
import { hasNominated } from './has-nominated'

/** As many places as an event can have in the one above. */
const MOST = 100

/**
 * Sets how many places an event has in its parent event, and how many of them one institution can take (null: all).
 * Refused `no-parent-event`, `slots-range`, `cap-range`, `nomination-begun` once a place was offered or left open, and
 * `rule-locked` for another rule while the edition locks it.
 */
export async function setPromotionRule(
  actor: Actor,
  { event: id, slots, capPerRoot }: { event: string } & PromotionRule,
): Promise<PromotionRule | Refusal> {
  return transaction(async (tx) => {
    await lockEvent(id)
    const found = await editableEvent(actor, id)
    if (isRefusal(found)) return found
    const { event } = found
    if (event.parentId === null) return refuse('no-parent-event')
    if (!isCount(slots, 0)) return refuse('slots-range', { field: 'slots', max: MOST })
    if (capPerRoot !== null && !isCount(capPerRoot, 1))
      return refuse('cap-range', { field: 'capPerRoot', max: MOST })
    const changed =
      slots !== event.promotionSlots
        ? 'slots'
        : capPerRoot !== event.promotionCapPerRoot
          ? 'capPerRoot'
          : undefined
    if (!changed) return { slots, capPerRoot }
    if (await hasNominated(id)) return refuse('nomination-begun', { field: changed })
    const locked = await refuseLocked(event, 'promotion', changed)
    if (locked) return locked
    await tx
      .update(events)
      .set({ promotionSlots: slots, promotionCapPerRoot: capPerRoot })
      .where(eq(events.id, id))
    await record({
      actor,
      action: 'set-promotion-rule',
      object: { kind: 'event', id },
      event: id,
      details: { slots, capPerRoot },
    })
    return { slots, capPerRoot }
  })
}

const isCount = (value: number, least: number) => Number.isInteger(value) && value >= least && value <= MOST
