import 'server-only'
import { db } from '@/db/client'
import { unsubscribes } from '@/db/schema'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { baseUrl } from '../env'
import { type FoundEvent, findEventById, isUuid } from '../events/find-event'
import { isSealOf, sealOf } from '../seal'

const sealed = (person: string, event: string) => `unsubscribe ${person} ${event}`

/** Where somebody says that they want no more of an event's messages: nobody can guess another's. */
export const unsubscribeLink = (person: string, event: string) =>
  `${baseUrl()}/unsubscribe/${person}.${event}.${sealOf(sealed(person, event))}`

/** Whose messages of which event a link ends, or null where it is none of ours. */
export async function readUnsubscribeLink(
  token: string,
): Promise<{ person: string; found: FoundEvent } | null> {
  const [person = '', event = '', seal = ''] = token.split('.')
  if (!isUuid(person) || !isUuid(event) || !isSealOf(sealed(person, event), seal)) return null
  const found = await findEventById(event)
  return found && { person, found }
}

/** Ends an event's messages to whoever the link was sent to. What they must know comes all the same. */
export async function unsubscribe(
  _actor: unknown,
  { token }: { token: string },
): Promise<{ event: string } | Refusal> {
  const link = await readUnsubscribeLink(token)
  if (!link) return refuse('not-found')
  await (await db())
    .insert(unsubscribes)
    .values({ personId: link.person, eventId: link.found.event.id, at: now() })
    .onConflictDoNothing()
  return { event: link.found.event.name }
}
