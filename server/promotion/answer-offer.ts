import 'server-only'
import { eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { promotions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { mayBecome } from '@/domain/promotion/follow'
import { freeSlot } from '@/domain/promotion/nominate'
import type { PromotionState } from '@/domain/promotion/states'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import type { FoundEvent } from '../events/find-event'
import { lockEvent } from '../events/lock-event'
import { edgeOf, type FoundOffer, findOffer } from './edge'
import { type OfferedPlace, offerPlace } from './offer-place'

export type Answer = Extract<PromotionState, 'confirmed' | 'accepted' | 'declined' | 'withdrawn' | 'expired'>

export interface Answered {
  readonly state: Answer
  /** Who the place goes to after a no; null after a yes. */
  readonly next: OfferedPlace | null
}

/** What is particular to one answer: who may give it, and what else is written with it. */
export interface Answering {
  readonly action:
    | 'confirm-offer'
    | 'accept-promotion'
    | 'decline-offer'
    | 'withdraw-promotion'
    | 'expire-offer'
  readonly to: Answer
  readonly may: (actor: Actor, found: FoundEvent, offer: FoundOffer) => Refusal | null
  /** Writes what belongs to the answer and returns further columns of the promotion. */
  readonly write?: (
    offer: FoundOffer,
    actor: Actor,
  ) => Promise<Refusal | Partial<typeof promotions.$inferInsert>>
}

/** The team's captain, or an organizer on record for the team. */
export const asTeam: Answering['may'] = (actor, { facts }, { teamId }) =>
  can(actor, 'answer-offer', { event: facts, team: teamId }, now())

/**
 * Takes an offer to its next state, one at a time per event; a no offers the place to the next reserve in the same
 * transaction. Refused `offer-answered` when the offer cannot go there any more.
 */
export async function answerOffer(
  actor: Actor,
  { promotion, reason }: { promotion: string; reason?: string },
  { action, to, may, write }: Answering,
): Promise<Answered | Refusal> {
  const known = await findOffer(promotion)
  if (!known) return refuse('not-found')
  return transaction(async () => {
    const found = await lockEvent(known.fromEventId)
    const offer = await findOffer(promotion)
    if (!found || !offer) return refuse('not-found')
    const no = may(actor, found, offer)
    if (no) return no
    if (!mayBecome(offer.state, to)) return refuse('offer-answered', { state: offer.state })
    const more = (await write?.(offer, actor)) ?? {}
    if ('refused' in more) return more as Refusal
    await (await db())
      .update(promotions)
      .set({
        ...more,
        state: to,
        reason: reason?.trim() || null,
        changedAt: now(),
        changedBy: actor.personId,
      })
      .where(eq(promotions.id, offer.id))
    await record({
      actor,
      action,
      object: { kind: 'promotion', id: offer.id },
      event: found.event.id,
      details: { slot: offer.slot, entry: offer.entryId },
    })
    const isNo = to === 'declined' || to === 'withdrawn' || to === 'expired'
    return { state: to, next: isNo ? await offerAgain(actor, found) : null }
  })
}

async function offerAgain(actor: Actor, found: FoundEvent): Promise<OfferedPlace | null> {
  const edge = await edgeOf(found)
  const slot = edge && freeSlot(edge.rule, edge.offers)
  return edge && slot !== null ? offerPlace(actor, found.event.id, edge, slot) : null
}
