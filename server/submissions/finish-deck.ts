import 'server-only'
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterCommit, transaction } from '@/db/client'
import { decks, entries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { timely } from '@/domain/events/timetable'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { DECK } from '@/domain/submissions/deck'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { fileStore } from '../files/file-store'
import { deckFile, firstPicture } from '../files/first-page'
import { pagesOf } from '../files/read-pdf'
import { dropParts, partsOf, received } from '../files/upload-parts'
import { type DeckRow, findDeck } from './find-deck'
import { type FoundEntry, holdEntry } from './find-entry'
import { maySubmit } from './may-submit'
import { handIn, type Receipt } from './submit-project'

export interface DeckKept {
  readonly deck: string
  readonly digest: string
  readonly pages: number
  /** The version it was handed in as, where it arrived after the deadline it was begun before. */
  readonly receipt: Receipt | null
}

/**
 * Ends an upload: looks into the file, keeps it under its digest and makes it the draft's deck. One that was begun
 * before the deadline and arrives after it is handed in at once, for nothing can be pressed any more. Ending it twice
 * gives the same answer. Refused `deck-unfinished` (its values say how much has arrived), `deck-no-pdf`,
 * `deck-encrypted`, `deck-broken`, `deck-pages`; a refused file is forgotten.
 */
export async function finishDeck(actor: Actor, { deck: id }: { deck: string }): Promise<DeckKept | Refusal> {
  const found = await findDeck(id)
  if (!found || found.deck.begunBy !== actor.personId) return refuse('not-found')
  const no = await maySubmit(actor, found, id)
  if (no) return no
  const before = keptAs(found.deck)
  if (before) return before
  const read = await readUpload(found.deck)
  // Ended twice at once, the first has kept it by now and forgotten the parts.
  if (isRefusal(read)) return keptAs((await findDeck(id))?.deck) ?? read
  const { bytes, pages } = read
  const digest = createHash('sha256').update(bytes).digest('hex')
  await fileStore().put(deckFile(digest), bytes)
  const receipt = await keep(actor, found, { digest, pages })
  if (isRefusal(receipt)) return receipt
  await dropParts(id)
  return { deck: id, digest, pages, receipt }
}

/** What an upload became that was ended before. */
const keptAs = (deck: DeckRow | undefined): DeckKept | null =>
  deck && deck.digest !== null && deck.pages !== null
    ? { deck: deck.id, digest: deck.digest, pages: deck.pages, receipt: null }
    : null

/** The whole file and its pages. A file that can never become a deck is forgotten. */
async function readUpload({ id, bytes, fileName }: DeckRow) {
  const here = await received(id)
  if (here < bytes) return refuse('deck-unfinished', { received: here, bytes })
  const file = await partsOf(id)
  if (file === null) return refuse('deck-unfinished', { received: 0, bytes })
  const fault = await contentFault(file, fileName)
  if (!isRefusal(fault)) return { bytes: file, pages: fault }
  await dropParts(id)
  return fault
}

async function contentFault(file: Uint8Array, fileName: string): Promise<number | Refusal> {
  const about = { field: 'deck', file: fileName }
  // A PDF says so within its first kilobyte.
  if (!Buffer.from(file.subarray(0, 1024)).includes('%PDF-')) return refuse('deck-not-pdf-inside', about)
  const pages = await pagesOf(file)
  if (pages === 'encrypted') return refuse('deck-encrypted', about)
  if (pages === 'broken') return refuse('deck-broken', about)
  return pages > DECK.pages ? refuse('deck-pages', { field: 'deck', pages, max: DECK.pages }) : pages
}

async function keep(
  actor: Actor,
  found: FoundEntry & { deck: DeckRow },
  kept: { digest: string; pages: number },
): Promise<Receipt | null | Refusal> {
  const { facts, deck } = found
  return transaction(async (tx) => {
    await takeTurn(facts.id)
    const entry = await holdEntry(deck.entryId)
    if (entry.withdrawnAt) return refuse('entry-withdrawn')
    const late = await maySubmit(actor, found, deck.id)
    if (late) return late
    if (keptAs((await findDeck(deck.id))?.deck)) return null
    await tx
      .update(decks)
      .set({ ...kept, finishedAt: now() })
      .where(eq(decks.id, deck.id))
    await tx.update(entries).set({ deckId: deck.id }).where(eq(entries.id, entry.id))
    // Drawn while nobody waits for it; whoever looks first would draw it otherwise.
    afterCommit(() => {
      firstPicture(kept.digest).catch((error) => console.error('The first page could not be drawn', error))
    })
    const object = { kind: 'deck', id: deck.id }
    const details = { entry: entry.id, ...kept }
    await record({ actor, action: 'finish-deck', object, event: facts.id, details })
    const afterDeadline = timely('before-deadline', facts, now())?.code === 'too-late'
    if (!afterDeadline || deck.begunAt >= (facts.submissionsDueAt ?? now())) return null
    // A draft that lacks something else keeps its deck; nothing is handed in by half.
    const handed = await handIn(actor, found, { ...entry, deckId: deck.id }, null)
    return isRefusal(handed) ? null : handed
  })
}
