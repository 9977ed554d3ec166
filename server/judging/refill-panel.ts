import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { hasReached } from '@/domain/events/phases'
import { record } from '../audit'
import { findEventById } from '../events/find-event'
import { fillPanel } from './fill-panel'
import { panelPlan } from './panel-plan'

/**
 * After a recusal, a conflict or a seat given up: deals the ballots that a sampled panel lost to other jurors, with the
 * rest fixed, in the caller's transaction that holds the event's turn. A complete panel has nobody left to ask. Once
 * scoring has closed nothing is dealt any more.
 */
export async function refillPanel(eventId: string, actor: Actor | null): Promise<void> {
  const plan = await panelPlan(eventId)
  if (plan === null || plan.perEntry === null) return
  const found = await findEventById(eventId)
  if (!found || hasReached(found.facts.phase, 'deliberation')) return
  const { assigned, shortfalls, input } = await fillPanel(eventId, plan, false)
  if (assigned === 0) return
  await record({
    actor,
    action: 'refill-panel',
    object: { kind: 'event', id: eventId },
    event: eventId,
    details: { ...plan, assigned, shortfalls, input },
  })
}
