import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { reopenings } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { enterPhase } from '../events/advance-phase'
import { lockEvent } from '../events/lock-event'
import { waitingReopening } from './waiting-reopening'

/**
 * Confirms a reopening that another person asked for: the event goes back to judging. Refused `reopening-not-asked`,
 * and `reopening-own` for whoever asked.
 */
export async function confirmReopening(
  actor: SignedIn,
  { event: id }: { event: string },
): Promise<{ phase: 'judging' } | Refusal> {
  return transaction(async (tx) => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const no = can(actor, 'reopen-scoring', { event: found.facts }, now())
    if (no) return no
    const waiting = await waitingReopening(id)
    if (!waiting) return refuse('reopening-not-asked')
    if (waiting.askedBy === actor.personId) return refuse('reopening-own')
    await tx
      .update(reopenings)
      .set({ confirmedBy: actor.personId, confirmedAt: now() })
      .where(eq(reopenings.id, waiting.id))
    const lost = await enterPhase(actor, id, 'deliberation', 'judging', waiting.reason)
    if (lost) return lost
    const object = { kind: 'reopening', id: waiting.id }
    await record({ actor, action: 'confirm-reopening', object, event: id })
    return { phase: 'judging' as const }
  })
}
