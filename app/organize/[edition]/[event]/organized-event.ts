import 'server-only'
import { notFound } from 'next/navigation'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import { findEvent } from '@/server/events/find-event'
import { currentActor, isSignedIn } from '@/server/session'

/** The event of this address for its organizer; for everybody else there is nothing here. */
export async function organizedEvent(params: Promise<{ edition: string; event: string }>) {
  const { edition, event } = await params
  const found = await findEvent(edition, event)
  const actor = await currentActor()
  if (!found || !isSignedIn(actor) || can(actor, 'edit-event', { event: found.facts }, now())) notFound()
  return { ...found, actor, base: `/organize/${edition}/${event}` }
}

export type OrganizedEvent = Awaited<ReturnType<typeof organizedEvent>>
