import 'server-only'
import { transaction } from '@/db/client'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { snapshotOf } from '@/domain/publishing/snapshot'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { enterPhase } from '../events/advance-phase'
import { lockEvent } from '../events/lock-event'
import { digestOf } from './digest'
import { juryPlace } from './jury-place'
import { rankingOf } from './ranking-of'
import { type SealedResult, writeResult } from './write-result'

/**
 * Seals the ranking: snapshot, digest and places are stored, and nothing but publication or a new version can follow.
 * `digest` is the one that was shown: refused `lost-ranking` when the ranking has changed since. Refused
 * `gates-not-clear` while a gate blocks, `nothing-to-seal` without a ranked entry.
 */
export async function sealResult(
  actor: SignedIn,
  { event: id, digest }: { event: string; digest?: string },
): Promise<SealedResult | Refusal> {
  return transaction(async () => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const ranked = await rankingOf(found.event)
    const no = can(actor, 'seal-result', juryPlace(actor, found, ranked.record), now())
    if (no) return no
    const current = digestOf(snapshotOf(id, ranked.input, ranked.ranking, ranked.awards))
    if (digest !== undefined && digest !== current) return refuse('lost-ranking')
    const sealed = await writeResult(actor, id, ranked, 1, null)
    if (isRefusal(sealed)) return sealed
    const lost = await enterPhase(actor, id, 'deliberation', 'sealed')
    if (lost) throw new Error('the event left deliberation while it was held')
    const object = { kind: 'result', id: sealed.result }
    await audit({ actor, action: 'seal-result', object, event: id, details: { digest: sealed.digest } })
    return sealed
  })
}
