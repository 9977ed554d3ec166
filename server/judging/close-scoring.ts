import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { enterPhase } from '../events/advance-phase'
import { lockEvent } from '../events/lock-event'
import { juryRecords } from './jury-record'
import { missingBallots } from './missing-ballots'

/**
 * Closes scoring: the event goes to deliberation and takes no more marks. Refused `scoring-incomplete`, naming the
 * first sheet and how many there are, unless each assigned ballot is submitted, recused or absent.
 */
export async function closeScoring(
  actor: Actor,
  { event: id }: { event: string },
): Promise<{ phase: 'deliberation' } | Refusal> {
  return transaction(async () => {
    const found = await lockEvent(id)
    if (!found) return refuse('not-found')
    const no = can(actor, 'close-scoring', { event: found.facts }, now())
    if (no) return no
    const missing = (await juryRecords(id)).flatMap(missingBallots)
    const [first] = missing
    if (first) {
      return refuse('scoring-incomplete', { count: missing.length, juror: first.office, team: first.team })
    }
    const lost = await enterPhase(actor, id, 'judging', 'deliberation')
    if (lost) return lost
    await record({ actor, action: 'close-scoring', object: { kind: 'event', id }, event: id })
    return { phase: 'deliberation' as const }
  })
}
