import { z } from 'zod'
import { isRefusal, refuse } from '@/domain/refusal'
import { deckAnswer } from '@/server/files/deck-answer'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'
import { storageRefusal } from '@/server/storage'
import { beginDeck } from '@/server/submissions/begin-deck'
import { openDeck } from '@/server/submissions/open-deck'

type Place = { params: Promise<{ entry: string }> }

const BEGIN = z.object({ fileName: z.string().max(500), bytes: z.number(), reason: z.string().optional() })

/** The uploaded deck that counts, or with `version` the `draft`'s or that of a version, for who may open it. */
export async function GET(request: Request, { params }: Place) {
  const which = new URL(request.url).searchParams.get('version')
  const deck = await openDeck(await currentActor(), (await params).entry, which)
  return isRefusal(deck) ? problem(deck) : deckAnswer(deck)
}

/** Begins an upload: `{ fileName, bytes }`. */
export async function POST(request: Request, { params }: Place) {
  const read = BEGIN.safeParse(await request.json().catch(() => null))
  if (!read.success) return problem(refuse('malformed', { name: 'body' }))
  const full = await storageRefusal()
  if (full) return problem(full)
  const begun = await beginDeck(await currentActor(), { ...read.data, entry: (await params).entry })
  return isRefusal(begun) ? problem(begun) : Response.json(begun, { status: 201 })
}

export const { PUT, PATCH, DELETE, OPTIONS } = only('GET', 'POST')
