import 'server-only'
import { transaction } from '@/db/client'
import { reopenings } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { lockEvent } from '../events/lock-event'
import { waitingReopening } from './waiting-reopening'

/** Asks to reopen scoring, with a reason; somebody else confirms. Refused `reopening-asked` while one waits. */
export async function askReopening(
  actor: SignedIn,
  { event: id, reason }: { event: string; reason: string },
): Promise<{ reopening: string } | Refusal> {
  return transaction(async (tx) => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const no = can(actor, 'reopen-scoring', { event: found.facts }, now())
    if (no) return no
    if (!isLegible(reason)) return refuse('reason-needed', { field: 'reason' })
    if (await waitingReopening(id)) return refuse('reopening-asked')
    const [made] = await tx
      .insert(reopenings)
      .values({ eventId: id, reason: reason.trim(), askedBy: actor.personId, askedAt: now() })
      .returning({ id: reopenings.id })
    if (!made) throw new Error('not written')
    await record({ actor, action: 'ask-reopening', object: { kind: 'reopening', id: made.id }, event: id })
    return { reopening: made.id }
  })
}
