import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'
import { asStorageRefusal, storageRefusal } from '@/server/storage'
import { finishDeck } from '@/server/submissions/finish-deck'

type Place = { params: Promise<{ deck: string }> }

/** Ends an upload whose parts have all arrived: the file is looked into and becomes the draft's deck. */
export async function POST(_request: Request, { params }: Place) {
  const kept =
    (await storageRefusal()) ?? (await finishDeck(await currentActor(), await params).catch(asStorageRefusal))
  return isRefusal(kept) ? problem(kept, kept.values) : Response.json(kept)
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = only('POST')
