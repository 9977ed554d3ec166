import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { fillPanel } from './keep-apart'
import { refreshConflicts } from './refresh-conflicts'

/**
 * Assigns the complete panel less the conflicts: each voting seat scores each entry it may meet. What is assigned
 * already stays. Answers how many assignments and ballots were added.
 */
export async function assignPanel(
  actor: Actor,
  { event }: { event: string },
): Promise<{ assigned: number; opened: number } | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'seat-jurors', { event: found.facts }, now())
  if (no) return no
  return transaction(async () => {
    await takeTurn(event)
    await refreshConflicts(event, actor)
    const added = await fillPanel(event)
    await record({
      actor,
      action: 'assign-panel',
      object: { kind: 'event', id: event },
      event,
      details: { ...added },
    })
    return added
  })
}
