import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { decks, submissions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import type { DeckRow } from './find-deck'
import { findEntry } from './find-entry'
import { mayReadDraft, openDeliverable } from './queries'

/**
 * The uploaded deck of an entry, for who may open it: what counts, as it was frozen; to the team and the organizer also
 * `draft` and each version. Refused `not-found` where there is none.
 */
export async function openDeck(
  actor: Actor,
  entryId: string,
  which: string | null,
): Promise<DeckRow | Refusal> {
  const deckId = which === null ? await countingDeck(actor, entryId) : await ownDeck(actor, entryId, which)
  if (isRefusal(deckId)) return deckId
  const [deck] = deckId ? await (await db()).select().from(decks).where(eq(decks.id, deckId)) : []
  return deck?.digest ? deck : refuse('not-found')
}

async function countingDeck(actor: Actor, entryId: string): Promise<string | null | Refusal> {
  const version = await openDeliverable(actor, entryId)
  return isRefusal(version) ? version : version.deckId
}

async function ownDeck(actor: Actor, entryId: string, which: string): Promise<string | null | Refusal> {
  const found = await findEntry(entryId)
  if (!found) return refuse('not-found')
  const { facts, team, entry } = found
  const no = can(actor, 'open-deliverable', { event: facts, team: team.id }, now())
  if (no) return no
  if (!mayReadDraft(actor, team.id, facts.id)) return refuse('not-found')
  if (which === 'draft') return entry.deckId
  const [version] = await (await db())
    .select({ deckId: submissions.deckId })
    .from(submissions)
    .where(and(eq(submissions.entryId, entryId), eq(submissions.version, Number.parseInt(which, 10) || 0)))
  return version?.deckId ?? null
}
