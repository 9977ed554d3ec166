import 'server-only'
import type { Actor } from '@/domain/access/actor'
import type { Refusal } from '@/domain/refusal'
import { type Answered, answerOffer, asTeam } from './answer-offer'

/** The captain says that the team comes (or an organizer, on record for the team). */
export async function confirmOffer(
  actor: Actor,
  { promotion }: { promotion: string },
): Promise<Answered | Refusal> {
  return answerOffer(actor, { promotion }, { action: 'confirm-offer', to: 'confirmed', may: asTeam })
}
