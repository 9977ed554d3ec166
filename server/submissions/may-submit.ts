import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { decks } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { Refusal } from '@/domain/refusal'
import { arrivesInTime } from '@/domain/submissions/deck'
import { now } from '../clock'
import type { FoundEntry } from './find-entry'

/**
 * Why the actor may not hand in now, or null. Who comes after the deadline with a deck whose upload was begun before it
 * is still in time for a while; who comes after the organizer ended the work is not.
 */
export async function maySubmit(
  actor: Actor,
  { facts, team }: FoundEntry,
  deckId: string | null,
): Promise<Refusal | null> {
  const no = can(actor, 'submit', { event: facts, team: team.id }, now())
  if (no?.code !== 'too-late' || !deckId) return no
  const [deck] = await (await db()).select().from(decks).where(eq(decks.id, deckId))
  const due = facts.submissionsDueAt
  if (!deck || !due) return no
  // One that had arrived before the deadline could have been handed in before it.
  if (deck.finishedAt && deck.finishedAt < due) return no
  return arrivesInTime(deck.begunAt, now(), due) ? null : no
}
