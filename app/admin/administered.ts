import 'server-only'
import { notFound } from 'next/navigation'
import { isRefusal } from '@/domain/refusal'
import { rolesOfEvent } from '@/server/access/queries'
import { administeredEdition } from '@/server/editions/administration'
import { findEvent } from '@/server/events/find-event'
import { currentActor, isSignedIn } from '@/server/session'

/** The edition of this address for its administrator; for everybody else there is nothing here. */
export async function administered(params: Promise<{ edition: string }>) {
  const { edition: slug } = await params
  const actor = await currentActor()
  const found = isSignedIn(actor) ? await administeredEdition(actor, slug) : null
  if (!found || !isSignedIn(actor)) notFound()
  return { ...found, actor, base: `/admin/${slug}` }
}

/** An event of it, with who runs it. */
export async function administeredEvent(params: Promise<{ edition: string; event: string }>) {
  const edition = await administered(params)
  const slug = (await params).event
  const found = await findEvent(edition.edition.slug, slug)
  const roles = found && (await rolesOfEvent(edition.actor, found.event.id))
  if (!found || !roles || isRefusal(roles)) notFound()
  return { ...edition, ...found, roles }
}
