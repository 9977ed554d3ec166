import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { type Answered, answerOffer, asTeam } from './answer-offer'

/**
 * Takes a team's place back after it was confirmed or accepted: its entry in the parent event is withdrawn, and the
 * place is offered to the next reserve. Refused `reason-needed` without a reason.
 */
export async function withdrawPromotion(
  actor: Actor,
  input: { promotion: string; reason: string },
): Promise<Answered | Refusal> {
  if (!isLegible(input.reason)) return refuse('reason-needed', { field: 'reason' })
  return answerOffer(actor, input, {
    action: 'withdraw-promotion',
    to: 'withdrawn',
    may: asTeam,
    write: async ({ parentEntryId }) => {
      if (parentEntryId === null) return {}
      await (await db())
        .update(entries)
        .set({ withdrawnAt: now(), withdrawnReason: input.reason.trim() })
        .where(eq(entries.id, parentEntryId))
      return {}
    },
  })
}
