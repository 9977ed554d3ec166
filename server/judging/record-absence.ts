import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { ballots } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { keepInJournal } from '../journal/keep'
import { findSeat } from './find-seat'
import { withdrawSignature } from './withdraw-signature'
import { writtenReason } from './written-reason'

export interface Absence {
  readonly juror: string
  readonly entry: string
  readonly reason: string
  /** False takes an absence back: the ballot is a draft again. */
  readonly absent?: boolean
}

/**
 * The organizer or the president records that a juror gave no ballot for an entry, with the reason, or takes that back.
 * Refused `ballot-submitted` for one that counts and `ballot-recused` where the juror has answered.
 */
export async function recordAbsence(
  actor: Actor,
  { juror, entry, reason: text, absent = true }: Absence,
): Promise<{ ballot: string } | Refusal> {
  const seated = await findSeat(juror)
  if (!seated || !isUuid(entry)) return refuse('not-found')
  const eventId = seated.found.event.id
  const no = can(actor, 'record-absence', { event: seated.found.facts }, now())
  if (no) return no
  const reason = writtenReason(text)
  if (typeof reason !== 'string') return reason
  return transaction(async (tx) => {
    await takeTurn(eventId)
    const pair = and(eq(ballots.jurorId, juror), eq(ballots.entryId, entry))
    const [ballot] = await tx.select().from(ballots).where(pair)
    if (!ballot) return refuse('not-found')
    if (ballot.status === 'submitted') return refuse('ballot-submitted')
    if (ballot.status === 'recused') return refuse('ballot-recused')
    const status = absent ? 'absent' : 'draft'
    const changed = await tx
      .update(ballots)
      .set({ status, reason: absent ? reason : null, changedAt: now(), changedBy: actor.personId })
      .where(eq(ballots.id, ballot.id))
      .returning()
    keepInJournal(eventId, { ballots: changed })
    await record({
      actor,
      action: 'record-absence',
      object: { kind: 'ballot', id: ballot.id },
      event: eventId,
      details: { juror, entry, from: ballot.status, to: status },
    })
    await withdrawSignature(actor, eventId, juror)
    return { ballot: ballot.id }
  })
}
