import 'server-only'
import { fileStore } from './file-store'
import { firstPageOf } from './read-pdf'

const drawing = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()

export const deckFile = (digest: string) => `${digest}.pdf`
const pictureFile = (digest: string) => `${digest}.png`

/** The picture of a kept PDF's first page, drawn once; null where it cannot be drawn. Asks for no rights. */
export function firstPicture(digest: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = drawing.get(digest)
  if (found) return found
  const drawn = draw(digest).finally(() => drawing.delete(digest))
  drawing.set(digest, drawn)
  return drawn
}

async function draw(digest: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const store = fileStore()
  const kept = await store.get(pictureFile(digest))
  if (kept) return kept
  const bytes = await store.get(deckFile(digest))
  const picture = bytes && (await firstPageOf(bytes))
  if (!picture) return null
  await store.put(pictureFile(digest), picture)
  return new Uint8Array(picture)
}
