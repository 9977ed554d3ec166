import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { DECK } from '@/domain/submissions/deck'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'
import { asStorageRefusal, storageRefusal } from '@/server/storage'
import { type DeckProgress, deckProgress, sendDeckPart } from '@/server/submissions/send-deck-part'

type Place = { params: Promise<{ deck: string }> }

const answered = (outcome: DeckProgress | Refusal) =>
  isRefusal(outcome) ? problem(outcome) : Response.json(outcome, { headers: { 'cache-control': 'no-store' } })

/** How far the own upload has come. */
export async function GET(_request: Request, { params }: Place) {
  return answered(await deckProgress(await currentActor(), (await params).deck))
}

/** Takes the part that begins at `offset`. */
export async function POST(request: Request, { params }: Place) {
  const full = await storageRefusal()
  if (full) return problem(full)
  if (Number(request.headers.get('content-length')) > DECK.partBytes) return problem(refuse('deck-beyond'))
  const { deck } = await params
  const offset = Number(new URL(request.url).searchParams.get('offset') ?? Number.NaN)
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > DECK.partBytes) return problem(refuse('deck-beyond'))
  return answered(await sendDeckPart(await currentActor(), { deck, offset, bytes }).catch(asStorageRefusal))
}

export const { PUT, PATCH, DELETE, OPTIONS } = only('GET', 'POST')
