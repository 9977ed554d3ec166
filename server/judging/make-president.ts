import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { jurors } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findSeat } from './find-seat'

/** Makes a seat the president's; whoever presided before keeps the own seat. Refused `award-president` for a special prize's. */
export async function makePresident(
  actor: Actor,
  { juror }: { juror: string },
): Promise<{ juror: string } | Refusal> {
  const seated = await findSeat(juror)
  if (!seated) return refuse('not-found')
  const eventId = seated.found.event.id
  const no = can(actor, 'seat-jurors', { event: seated.found.facts }, now())
  if (no) return no
  if (seated.seat.awardId !== null) return refuse('award-president')
  return transaction(async (tx) => {
    await takeTurn(eventId)
    const presiding = and(eq(jurors.eventId, eventId), eq(jurors.president, true), isNull(jurors.unseatedAt))
    await tx.update(jurors).set({ president: false }).where(presiding)
    await tx.update(jurors).set({ president: true }).where(eq(jurors.id, juror))
    await record({ actor, action: 'make-president', object: { kind: 'juror', id: juror }, event: eventId })
    return { juror }
  })
}
