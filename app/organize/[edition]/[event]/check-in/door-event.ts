import 'server-only'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import { findEvent } from '@/server/events/find-event'
import { currentActor, isSignedIn } from '@/server/session'

/** The event of this address for who stands at its door, or null. */
export async function doorEvent(params: Promise<{ edition: string; event: string }>) {
  const { edition, event } = await params
  const found = await findEvent(edition, event)
  const actor = await currentActor()
  if (!found || !isSignedIn(actor) || can(actor, 'check-in', { event: found.facts }, now())) return null
  return { ...found, actor, base: `/organize/${edition}/${event}/check-in` }
}
