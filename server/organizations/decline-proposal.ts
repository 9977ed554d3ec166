import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { events, mergeProposals } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { writtenReason } from '../judging/written-reason'
import { mergeRefused } from './mergeable'

/**
 * Says no to a proposed merge, with a reason the organizer reads; accepting it is merging. Refused `reason-missing`,
 * `proposal-decided` when it was merged or declined before.
 */
export async function declineProposal(
  actor: Actor,
  input: { readonly proposal: string; readonly reason: string },
): Promise<{ declined: string } | Refusal> {
  const { proposal } = input
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  if (!isUuid(proposal)) return refuse('not-found')
  return transaction(async (tx) => {
    const [found] = await tx
      .select({ event: events.id, edition: events.editionId, decidedAt: mergeProposals.decidedAt })
      .from(mergeProposals)
      .innerJoin(events, eq(events.id, mergeProposals.eventId))
      .where(eq(mergeProposals.id, proposal))
      .for('update', { of: mergeProposals })
    if (!found) return refuse('not-found')
    const no = await mergeRefused(actor, found.edition)
    if (no) return no
    if (found.decidedAt) return refuse('proposal-decided')
    const answer = writtenReason(input.reason)
    if (isRefusal(answer)) return answer
    await tx
      .update(mergeProposals)
      .set({ answer, decidedAt: now(), decidedBy: personId })
      .where(eq(mergeProposals.id, proposal))
    const object = { kind: 'merge-proposal', id: proposal }
    await record({ actor, action: 'decline-proposal', object, event: found.event })
    return { declined: proposal }
  })
}
