import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { db } from '@/db/client'
import { unsubscribes } from '@/db/schema'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { authSecret, baseUrl } from '../env'
import { type FoundEvent, findEventById, isUuid } from '../events/find-event'

const seal = (person: string, event: string) =>
  createHmac('sha256', authSecret()).update(`unsubscribe ${person} ${event}`).digest('base64url')

/** Where somebody says that they want no more of an event's messages: nobody can guess another's. */
export const unsubscribeLink = (person: string, event: string) =>
  `${baseUrl()}/unsubscribe/${person}.${event}.${seal(person, event)}`

/** Whose messages of which event a link ends, or null where it is none of ours. */
export async function readUnsubscribeLink(
  token: string,
): Promise<{ person: string; found: FoundEvent } | null> {
  const [person = '', event = '', sealed = ''] = token.split('.')
  if (!isUuid(person) || !isUuid(event)) return null
  const [given, own] = [Buffer.from(sealed), Buffer.from(seal(person, event))]
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null
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
