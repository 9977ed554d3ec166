import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { ConflictKind } from '@/domain/judging/states'
import { type Refusal, refuse } from '@/domain/refusal'
import { takeTurn } from '../audit'
import { now } from '../clock'
import { isSignedIn } from '../session'
import { findEntryIn, findSeat } from './find-seat'
import { tie } from './tie'
import { writtenReason } from './written-reason'

/** The organizer or the president records that a juror and an entry must not meet. */
export async function recordConflict(
  actor: Actor,
  input: { juror: string; entry: string; kind?: ConflictKind; reason: string },
): Promise<{ conflict: string } | Refusal> {
  const seated = await findSeat(input.juror)
  if (!seated) return refuse('not-found')
  const eventId = seated.found.event.id
  const no = can(actor, 'record-conflict', { event: seated.found.facts }, now())
  if (no) return no
  if (!isSignedIn(actor)) return refuse('sign-in')
  const reason = writtenReason(input.reason)
  if (typeof reason !== 'string') return reason
  return transaction(async () => {
    await takeTurn(eventId)
    const entry = await findEntryIn(eventId, input.entry)
    if (!entry) return refuse('not-found')
    const { juror, kind = 'declared' } = input
    return tie(actor, 'record-conflict', eventId, { juror, entry: entry.id, kind, reason })
  })
}
