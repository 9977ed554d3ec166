import 'server-only'
import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { ballots } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { BallotState } from '@/domain/judging/states'
import { record, type Turn } from '../audit'
import { now } from '../clock'
import { keepInJournal } from '../journal/keep'
import { withdrawSignature } from './withdraw-signature'

export interface HeldBallot {
  readonly id: string
  readonly juror: string
  readonly entry: string
  readonly status: BallotState
}

/**
 * Moves a ballot on, in the caller's transaction that holds the event's turn: journal, audit, and a signature under what
 * was before is withdrawn.
 */
export async function writeBallotStatus(
  actor: Actor,
  event: string,
  { id, juror, entry, status: from }: HeldBallot,
  { status, reason = null }: { status: BallotState; reason?: string | null },
  turn?: Turn,
): Promise<void> {
  const changed = await database
    .update(ballots)
    .set({ status, reason, changedAt: now(), changedBy: actor.personId })
    .where(and(eq(ballots.jurorId, juror), eq(ballots.entryId, entry)))
    .returning()
  keepInJournal(event, { ballots: changed })
  const details = { entry, from, to: status }
  await record({ actor, action: 'set-ballot-status', object: { kind: 'ballot', id }, event, details }, turn)
  await withdrawSignature(actor, event, juror)
}
