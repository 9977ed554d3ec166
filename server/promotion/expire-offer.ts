import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { Refusal } from '@/domain/refusal'
import { now } from '../clock'
import { type Answered, answerOffer } from './answer-offer'

/** The organizer ends an offer that got no answer in time; the place is offered to the next reserve. */
export async function expireOffer(
  actor: Actor,
  input: { promotion: string; reason?: string },
): Promise<Answered | Refusal> {
  return answerOffer(actor, input, {
    action: 'expire-offer',
    to: 'expired',
    may: (actor, { facts }) => can(actor, 'nominate', { event: facts }, now()),
  })
}
