import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { beginDeck } from './begin-deck'
import { type DeckKept, finishDeck } from './finish-deck'
import { sendDeckPart } from './send-deck-part'

/** Takes a deck that came whole, as a plain form sends it. Refused as its beginning, its parts and its end are. */
export async function uploadDeck(
  actor: Actor,
  { entry, file, reason }: { entry: string; file: File; reason?: string },
): Promise<DeckKept | Refusal> {
  const begun = await beginDeck(actor, { entry, fileName: file.name, bytes: file.size, reason })
  if (isRefusal(begun)) return begun
  const { deck } = begun
  const sent = await sendDeckPart(actor, { deck, offset: 0, bytes: new Uint8Array(await file.arrayBuffer()) })
  return isRefusal(sent) ? sent : finishDeck(actor, { deck })
}
