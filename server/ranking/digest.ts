import 'server-only'
import { createHash } from 'node:crypto'
import { type Snapshot, snapshotAgain } from '@/domain/publishing/snapshot'
import { canonicalJson } from '@/domain/ranking/canonical-json'

/** SHA-256 of a text, in hex. */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** SHA-256 over the canonical JSON of a snapshot, in hex. */
export function digestOf(snapshot: Snapshot): string {
  return sha256(canonicalJson(snapshot))
}

/** What checking a sealed result found: is the digest the snapshot's, and do its ballots give its ranks? */
export interface Verification {
  readonly digest: boolean
  readonly ranks: boolean
}

/** Recomputes a sealed result from its snapshot alone. */
export function verifyResult({ snapshot, digest }: { snapshot: Snapshot; digest: string }): Verification {
  const again = snapshotAgain(snapshot)
  return {
    digest: digestOf(snapshot) === digest,
    ranks: canonicalJson(again) === canonicalJson(snapshot),
  }
}
