import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { setAsides } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { juryRecord } from './jury-record'
import { ballotWithEvent, maySetAside } from './set-aside-ballot'

/** Lets a ballot that was set aside count again. Refused `not-set-aside`, and `set-aside-by-conflict` while one stands. */
export async function liftSetAside(
  actor: SignedIn,
  { ballot: id }: { ballot: string },
): Promise<{ lifted: string } | Refusal> {
  return transaction(async (tx) => {
    const ballot = await ballotWithEvent(id)
    if (!ballot) return refuse('not-found')
    const no = await maySetAside(actor, ballot)
    if (no) return no
    const { conflicts } = await juryRecord(ballot.eventId)
    if (conflicts.some(({ juror, entry }) => juror === ballot.jurorId && entry === ballot.entryId)) {
      return refuse('set-aside-by-conflict')
    }
    const [lifted] = await tx
      .update(setAsides)
      .set({ liftedAt: now(), liftedBy: actor.personId })
      .where(and(eq(setAsides.ballotId, id), isNull(setAsides.liftedAt)))
      .returning({ id: setAsides.id })
    if (!lifted) return refuse('not-set-aside')
    await record({ actor, action: 'lift-set-aside', object: { kind: 'ballot', id }, event: ballot.eventId })
    return { lifted: lifted.id }
  })
}
