import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { received, writePart } from '../files/upload-parts'
import { type DeckRow, findDeck } from './find-deck'
import { maySubmit } from './may-submit'

export interface DeckProgress {
  readonly deck: string
  readonly received: number
  readonly bytes: number
  readonly begunAt: Date
}

/** How far an upload has come: where to go on after the connection was cut. Refused to who may not go on with it. */
export async function deckProgress(actor: Actor, id: string): Promise<DeckProgress | Refusal> {
  const own = await ownUpload(actor, id)
  return 'refused' in own ? own : progressOf(own, await arrived(own))
}

/**
 * Takes a part of an upload at its place. One that was taken before changes nothing, so it can be sent again. Refused
 * `deck-gap` when what comes before it has not arrived, `deck-beyond` when it is longer than was said.
 */
export async function sendDeckPart(
  actor: Actor,
  { deck: id, offset, bytes }: { deck: string; offset: number; bytes: Uint8Array },
): Promise<DeckProgress | Refusal> {
  const deck = await ownUpload(actor, id)
  if ('refused' in deck) return deck
  if (deck.finishedAt) return progressOf(deck, deck.bytes)
  if (!Number.isSafeInteger(offset) || offset < 0) return refuse('malformed', { name: 'offset' })
  if (offset + bytes.length > deck.bytes) return refuse('deck-beyond')
  if (offset > (await received(id))) return refuse('deck-gap')
  return progressOf(deck, await writePart(id, offset, bytes))
}

const arrived = async ({ id, bytes, finishedAt }: DeckRow) => (finishedAt ? bytes : received(id))

const progressOf = ({ id, bytes, begunAt }: DeckRow, received: number): DeckProgress => ({
  ...{ deck: id, received, bytes, begunAt },
})

/** An upload is gone on with by who began it: two members' uploads never meet in one. */
async function ownUpload(actor: Actor, id: string): Promise<DeckRow | Refusal> {
  const found = await findDeck(id)
  if (!found || found.deck.begunBy !== actor.personId) return refuse('not-found')
  return (await maySubmit(actor, found, id)) ?? found.deck
}
