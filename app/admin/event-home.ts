import 'server-only'
import { administeredEdition } from '@/server/editions/administration'
import { findEventById } from '@/server/events/find-event'
import { currentActor } from '@/server/session'

/** Where an event is looked after: in the administration, or by its organizer. */
export async function eventHome(event: string): Promise<string> {
  const found = await findEventById(event)
  if (!found) return '/admin'
  const address = `${found.edition.slug}/${found.event.slug}`
  const administered = await administeredEdition(await currentActor(), found.edition.slug)
  return administered ? `/admin/${address}` : `/organize/${address}`
}
