import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { decks } from '@/db/schema'
import { isUuid } from '../events/find-event'
import { type FoundEntry, findEntry } from './find-entry'

export type DeckRow = typeof decks.$inferSelect

/** The upload with this id and the entry it is for, or null. What may be done with it is for the use case to ask. */
export async function findDeck(id: string): Promise<(FoundEntry & { deck: DeckRow }) | null> {
  if (!isUuid(id)) return null
  const [deck] = await (await db()).select().from(decks).where(eq(decks.id, id))
  const found = deck && (await findEntry(deck.entryId))
  return found ? { ...found, deck } : null
}
