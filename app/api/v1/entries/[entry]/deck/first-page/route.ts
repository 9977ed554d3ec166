import { isRefusal } from '@/domain/refusal'
import { pictureAnswer } from '@/server/files/deck-answer'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'
import { openDeck } from '@/server/submissions/open-deck'

type Place = { params: Promise<{ entry: string }> }

/** The first page of the same deck as a picture, for the same people. */
export async function GET(request: Request, { params }: Place) {
  const which = new URL(request.url).searchParams.get('version')
  const deck = await openDeck(await currentActor(), (await params).entry, which)
  return isRefusal(deck) ? problem(deck) : pictureAnswer(deck)
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
