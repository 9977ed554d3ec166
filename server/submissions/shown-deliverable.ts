import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { decks } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEvent } from '../events/find-event'
import { inConflict } from '../judging/in-conflict'
import { findEntry } from './find-entry'
import { openDeliverable } from './queries'

/**
 * What a team of this event handed in, for who may open it: the version that counts with its deck, or null in its place
 * where nothing was handed in. Refused `sign-in`, `not-allowed`, `not-found`.
 */
export async function shownDeliverable(
  actor: Actor,
  address: { edition: string; event: string; entry: string },
) {
  const at = await findEvent(address.edition, address.event)
  const found = await findEntry(address.entry)
  if (!at || !found || found.facts.id !== at.facts.id) return refuse('not-found')
  const conflicted = await inConflict(actor, at.facts.id, address.entry)
  const no = can(actor, 'open-deliverable', { event: at.facts, team: found.team.id, conflicted }, now())
  if (no) return no
  const opened = await openDeliverable(actor, address.entry)
  const version = isRefusal(opened) ? null : opened
  const [deck] = version?.deckId
    ? await (await db()).select().from(decks).where(eq(decks.id, version.deckId))
    : []
  return { team: found.team.name, place: at.event, version, deck: deck ?? null }
}
