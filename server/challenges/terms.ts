import 'server-only'
import { createHash } from 'node:crypto'

/** What a challenge's data come with: other terms ask again, the same ones in another challenge too. */
export interface Terms {
  readonly resource: string | null
  readonly licence: string | null
}

/** The fingerprint of the terms as they stand; kept with each acknowledgement. */
export function termsDigest({ resource, licence }: Terms): string {
  return createHash('sha256')
    .update(JSON.stringify([resource, licence]))
    .digest('hex')
}
