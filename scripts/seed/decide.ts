import type { SignedIn } from '@/domain/access/actor'
import type { Openness } from '@/domain/publishing/openness'
import { closeScoring } from '@/server/judging/close-scoring'
import { acceptPromotion } from '@/server/promotion/accept-promotion'
import { confirmOffer } from '@/server/promotion/confirm-offer'
import { nominateWinner } from '@/server/promotion/nominate-winner'
import { publishResult } from '@/server/publishing/publish-result'
import { sealResult } from '@/server/ranking/seal-result'
import { done } from './expected'
import type { Fielded } from './field'

/** Moves the clock to a moment of the story. */
export type Turn = (moment: 'closed' | 'sealed' | 'published' | 'confirmed' | 'accepted') => void

export interface Deciders {
  readonly organizer: SignedIn
  readonly president: SignedIn
  /** An organizer of the parent event. */
  readonly host: SignedIn
}

export async function playClosing({ organizer }: Pick<Deciders, 'organizer'>, event: string): Promise<void> {
  await done(closeScoring(organizer, { event }))
}

/** From deliberation to the parent event: sealed, published, offered by the rule, confirmed and accepted. */
export async function playResult(
  { organizer, president, host }: Deciders,
  { event, field, openness }: { event: string; field: readonly Fielded[]; openness: Openness },
  turn: Turn,
): Promise<void> {
  turn('sealed')
  await done(sealResult(president, { event }))
  turn('published')
  await done(publishResult(organizer, { event, openness }))
  const { promotion, entry } = await done(nominateWinner(organizer, { event }))
  const winner = field.find((fielded) => fielded.entry === entry)
  if (!winner) throw new Error('The rule names nobody')
  turn('confirmed')
  await done(confirmOffer(winner.captain, { promotion }))
  turn('accepted')
  await done(acceptPromotion(host, { promotion }))
}
