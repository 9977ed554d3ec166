import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { takeTurn } from '../audit'
import { now } from '../clock'
import { findEvent } from '../events/find-event'
import { isSignedIn } from '../session'
import { findEntryIn } from './find-seat'
import { seatOf } from './seat-of'
import { tie } from './tie'
import { writtenReason } from './written-reason'

/**
 * A juror says that they are tied to an entry: they never meet it again, and a ballot begun on it is set aside. Only
 * the president or the organizer lifts it.
 */
export async function declareConflict(
  actor: Actor,
  input: { edition: string; event: string; entry: string; reason: string },
): Promise<{ conflict: string } | Refusal> {
  const found = await findEvent(input.edition, input.event)
  if (!found) return refuse('not-found')
  const seat = seatOf(actor, found.event.id)
  const no = can(actor, 'declare-conflict', { event: found.facts, juror: seat?.juror }, now())
  if (no) return no
  if (!seat || !isSignedIn(actor)) return refuse('not-found')
  const reason = writtenReason(input.reason)
  if (typeof reason !== 'string') return reason
  return transaction(async () => {
    await takeTurn(found.event.id)
    const entry = await findEntryIn(found.event.id, input.entry)
    if (!entry) return refuse('not-found')
    const said = { juror: seat.juror, entry: entry.id, kind: 'declared' as const, reason }
    return tie(actor, 'declare-conflict', found.event.id, said)
  })
}
