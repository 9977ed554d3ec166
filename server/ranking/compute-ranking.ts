import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { hasReached } from '@/domain/events/phases'
import { type Refusal, refuse } from '@/domain/refusal'
import { record as audit } from '../audit'
import { now } from '../clock'
import { type FoundEvent, findEventById } from '../events/find-event'
import { juryPlace } from './jury-place'
import { type RankedRecord, rankingOf } from './ranking-of'

export interface Look extends RankedRecord {
  readonly found: FoundEvent
}

/**
 * The ranking as it stands, for the jury desk. Each look before sealing is an audit entry. Refused `not-found` or
 * `not-allowed` to everybody else, `condition-see-ranking` to a president with own ballots to submit.
 */
export async function computeRanking(
  actor: Actor,
  { event: id }: { event: string },
): Promise<Look | Refusal> {
  return transaction(async () => {
    const found = await findEventById(id)
    if (!found) return refuse('not-found')
    const ranked = await rankingOf(found.event)
    const no = can(actor, 'see-ranking', juryPlace(actor, found, ranked.record), now())
    if (no) return no
    if (!hasReached(found.facts.phase, 'sealed')) {
      await audit({ actor, action: 'look-at-ranking', object: { kind: 'event', id }, event: id })
    }
    return { ...ranked, found }
  })
}
