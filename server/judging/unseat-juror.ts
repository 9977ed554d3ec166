import 'server-only'
import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { ballots, jurors, marks } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findSeat } from './find-seat'
import { clearAssignments } from './keep-apart'
import { refillPanel } from './refill-panel'

/** Takes a seat out of the jury, with its untouched ballots. Refused `juror-has-scored` once it holds a mark or answer. */
export async function unseatJuror(
  actor: Actor,
  { juror }: { juror: string },
): Promise<{ juror: string } | Refusal> {
  const seated = await findSeat(juror)
  if (!seated) return refuse('not-found')
  const { found, seat } = seated
  const no = can(actor, 'seat-jurors', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    await takeTurn(found.event.id)
    const [scored] = await tx
      .select({ id: ballots.id })
      .from(ballots)
      .leftJoin(marks, and(eq(marks.jurorId, ballots.jurorId), eq(marks.entryId, ballots.entryId)))
      .where(
        and(
          eq(ballots.jurorId, juror),
          or(inArray(ballots.status, ['submitted', 'recused', 'absent']), eq(marks.jurorId, juror)),
        ),
      )
      .limit(1)
    if (scored) return refuse('juror-has-scored', { office: seat.office })
    const left = await tx
      .update(jurors)
      .set({ unseatedAt: now() })
      .where(and(eq(jurors.id, juror), isNull(jurors.unseatedAt)))
      .returning({ id: jurors.id })
    if (left.length === 0) return refuse('not-found')
    await clearAssignments(juror)
    await record({
      actor,
      action: 'unseat-juror',
      object: { kind: 'juror', id: juror },
      event: found.event.id,
    })
    await refillPanel(found.event.id, actor)
    return { juror }
  })
}
