import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLegible } from '@/domain/legible'
import { freeSlot, holdsPlace } from '@/domain/promotion/nominate'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { lockEvent } from '../events/lock-event'
import { edgeOf } from './edge'
import { type OfferedPlace, offerPlace } from './offer-place'

export interface Nominating {
  readonly event: string
  /** Another team than the rule names: only in writing, and shown. */
  readonly override?: { readonly entry: string; readonly reason: string }
}

/**
 * Offers the lowest free place in the parent event to the team the rule names, or leaves it open when the rule names
 * nobody. Refused `no-parent-event`, `no-slot-free`; for an override `reason-needed`, `team-already-holds` and
 * `team-not-in-result`.
 */
export async function nominateWinner(
  actor: Actor,
  { event: id, override }: Nominating,
): Promise<OfferedPlace | Refusal> {
  return transaction(async () => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const no = can(actor, 'nominate', { event: found.facts }, now())
    if (no) return no
    const edge = await edgeOf(found)
    if (!edge) return refuse('no-parent-event')
    const slot = freeSlot(edge.rule, edge.offers)
    if (slot === null) return refuse('no-slot-free', { slots: edge.rule.slots })
    if (!override) return offerPlace(actor, id, edge, slot)
    if (!isLegible(override.reason)) return refuse('reason-needed', { field: 'reason' })
    const candidate = edge.candidates.find(({ entry }) => entry === override.entry)
    if (!candidate || candidate.withdrawn) return refuse('team-not-in-result', { field: 'entry' })
    if (edge.offers.some((offer) => offer.entry === override.entry && holdsPlace(offer))) {
      return refuse('team-already-holds', { field: 'entry' })
    }
    return offerPlace(actor, id, edge, slot, { entry: override.entry, reason: override.reason.trim() })
  })
}
