import type { Actor } from '@/domain/access/actor'
import { ownEvents } from '@/server/teams/queries'

/** The address of an event as `?event=` carries it. */
export const addressOf = ({ edition, event }: { edition: { slug: string }; event: { slug: string } }) =>
  `${edition.slug}/${event.slug}`

/** One's events, and the one `?event=` names, else the one to come last. */
export async function chosenEvent(actor: Actor, wanted: string | string[] | undefined) {
  const all = await ownEvents(actor)
  return { all, chosen: all.find((found) => addressOf(found) === wanted) ?? all[0] ?? null }
}
