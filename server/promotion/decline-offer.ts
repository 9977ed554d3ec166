import 'server-only'
import type { Actor } from '@/domain/access/actor'
import type { Refusal } from '@/domain/refusal'
import { type Answered, answerOffer, asTeam } from './answer-offer'

/** The captain says that the team does not come; the place is offered to the next reserve. */
export async function declineOffer(
  actor: Actor,
  input: { promotion: string; reason?: string },
): Promise<Answered | Refusal> {
  return answerOffer(actor, input, { action: 'decline-offer', to: 'declined', may: asTeam })
}
