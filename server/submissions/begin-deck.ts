import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { decks, entries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { deckFault, deckName } from '@/domain/submissions/deck'
import { record } from '../audit'
import { now } from '../clock'
import { dropAbandoned } from '../files/upload-parts'
import { withinLimit } from '../rate-limit'
import { findEntry, lateReasonOf } from './find-entry'

export interface DeckBegun {
  readonly deck: string
  readonly begunAt: Date
}

/**
 * Begins the upload of a deck: from now on it has a moment, and its parts can be sent, again if need be. Refused by its
 * name and size before a byte is sent (`deck-of-program`, `deck-no-pdf`, `deck-empty`, `deck-large`), `deck-often`,
 * `entry-withdrawn`, and after the deadline but to an organizer with a reason.
 */
export async function beginDeck(
  actor: Actor,
  { entry: id, fileName, bytes, reason }: { entry: string; fileName: string; bytes: number; reason?: string },
): Promise<DeckBegun | Refusal> {
  const found = await findEntry(id)
  if (!found) return refuse('not-found')
  const { facts, team, entry } = found
  const no = can(actor, 'submit', { event: facts, team: team.id }, now())
  if (no) return no
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  if (entry.withdrawnAt) return refuse('entry-withdrawn')
  const name = deckName(fileName)
  const fault = deckFault({ fileName: name, bytes })
  if (fault) return fault
  const lateReason = lateReasonOf(found, reason)
  if (isRefusal(lateReason)) return lateReason
  if (!(await withinLimit(`deck ${id}`, { times: 40, minutes: 60 }))) return refuse('deck-often')
  await dropAbandoned()
  return transaction(async (tx) => {
    const begunAt = now()
    const [deck] = await tx
      .insert(decks)
      .values({ entryId: id, fileName: name, bytes, begunAt, begunBy: personId })
      .returning()
    if (!deck) throw new Error('A deck was not written')
    if (lateReason !== null) await tx.update(entries).set({ lateReason }).where(eq(entries.id, id))
    const object = { kind: 'deck', id: deck.id }
    const details = { entry: id, bytes, late: lateReason !== null }
    await record({ actor, action: 'begin-deck', object, event: facts.id, details })
    return { deck: deck.id, begunAt }
  })
}
