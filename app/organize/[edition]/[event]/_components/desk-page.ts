import { notFound, redirect } from 'next/navigation'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { Action } from '@/domain/access/policy'
import { now } from '@/server/clock'
import { type FoundEvent, findEvent } from '@/server/events/find-event'
import { currentActor, isSignedIn } from '@/server/session'

/**
 * The event of a page of the jury desk and who asks: sends a visitor to sign in, and answers 404 to everybody the page
 * is not for.
 */
export async function deskPage(
  address: { edition: string; event: string },
  page: string,
  action: Action,
): Promise<FoundEvent & { readonly actor: SignedIn }> {
  const actor = await currentActor()
  const found = await findEvent(address.edition, address.event)
  if (!found) notFound()
  if (!isSignedIn(actor)) {
    redirect(`/sign-in?next=${encodeURIComponent(`/organize/${address.edition}/${address.event}/${page}`)}`)
  }
  if (can(actor, action, { event: found.facts }, now())) notFound()
  return { ...found, actor }
}
