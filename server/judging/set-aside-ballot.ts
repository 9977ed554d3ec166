import 'server-only'
import { eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { ballots, jurors, setAsides } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { lockEvent } from '../events/lock-event'
import { mayDecide } from '../ranking/may-decide'
import { juryRecord } from './jury-record'

export interface BallotAndReason {
  readonly ballot: string
  readonly reason: string
}

/**
 * Keeps a ballot out of the count, with a reason; the ballot itself does not change. Who may: the president, or the
 * next voting juror where the president is in conflict with the entry. Refused `already-set-aside`, and
 * `ballot-not-submitted` for what does not count anyway.
 */
export async function setAsideBallot(
  actor: SignedIn,
  { ballot: id, reason }: BallotAndReason,
): Promise<{ setAside: string } | Refusal> {
  return transaction(async () => {
    const ballot = await ballotWithEvent(id)
    if (!ballot) return refuse('not-found')
    const no = await maySetAside(actor, ballot)
    if (no) return no
    return writeSetAside(actor, ballot, reason)
  })
}

/** Writes the record over the ballot, in the caller's transaction, for who was found to be allowed. */
export async function writeSetAside(
  actor: SignedIn,
  ballot: BallotWithEvent,
  reason: string,
): Promise<{ setAside: string } | Refusal> {
  if (!isLegible(reason)) return refuse('reason-needed', { field: 'reason' })
  if (ballot.status !== 'submitted') return refuse('ballot-not-submitted')
  const [made] = await (await db())
    .insert(setAsides)
    .values({ ballotId: ballot.id, reason: reason.trim(), setAt: now(), setBy: actor.personId })
    .onConflictDoNothing()
    .returning({ id: setAsides.id })
  if (!made) return refuse('already-set-aside')
  const object = { kind: 'ballot', id: ballot.id }
  await record({ actor, action: 'set-aside-ballot', object, event: ballot.eventId })
  return { setAside: made.id }
}

export type BallotWithEvent = NonNullable<Awaited<ReturnType<typeof ballotWithEvent>>>

/** A ballot with the event it was cast in, or null. */
export async function ballotWithEvent(id: string) {
  if (!isUuid(id)) return null
  const [found] = await (await db())
    .select({
      id: ballots.id,
      status: ballots.status,
      jurorId: ballots.jurorId,
      entryId: ballots.entryId,
      eventId: jurors.eventId,
    })
    .from(ballots)
    .innerJoin(jurors, eq(jurors.id, ballots.jurorId))
    .where(eq(ballots.id, id))
  return found ?? null
}

/** Null when the actor may set this ballot aside or lift that; holds the event until the transaction ends. */
export async function maySetAside(actor: SignedIn, ballot: BallotWithEvent): Promise<Refusal | null> {
  const found = await lockEvent(ballot.eventId)
  if (!found) return refuse('not-found')
  return mayDecide(actor, found, await juryRecord(ballot.eventId), [ballot.entryId])
}
