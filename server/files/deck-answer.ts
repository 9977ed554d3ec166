import 'server-only'
import { refuse } from '@/domain/refusal'
import { problem } from '../problem'
import { fileStore } from './file-store'
import { deckFile, firstPicture } from './first-page'

interface KeptDeck {
  readonly digest: string | null
  readonly fileName: string
}

/** A stranger's file: what it is stands fixed, nothing in it may run or reach out, and no cache of others keeps it. */
const GUARDED = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
}

/** An uploaded deck as an answer. Asks for no rights: open the deck first. */
export async function deckAnswer({ digest, fileName }: KeptDeck): Promise<Response> {
  const bytes = digest && (await fileStore().get(deckFile(digest)))
  if (!bytes) return problem(refuse('not-found'))
  // RFC 8187: what is not plain stands percent-encoded beside a name that is.
  const plain = fileName.replace(/[^\w.() -]/g, '_')
  const name = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return new Response(bytes, {
    headers: {
      ...GUARDED,
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${plain}"; filename*=UTF-8''${name}`,
    },
  })
}

/** Its first page as an answer. Asks for no rights: open the deck first. */
export async function pictureAnswer({ digest }: KeptDeck): Promise<Response> {
  const picture = digest && (await firstPicture(digest))
  if (!picture) return problem(refuse('not-found'))
  return new Response(picture, {
    headers: {
      ...GUARDED,
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="first-page.png"',
    },
  })
}
