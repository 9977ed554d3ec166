import 'server-only'
import { and, eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { entries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findTeam } from './find-team'

/** Takes a team out of the event it entered; its marks and submissions stay in the record. Twice is once. */
export async function withdrawTeam(
  actor: Actor,
  { team: id, reason }: { team: string; reason?: string },
): Promise<{ team: string; withdrawnAt: Date } | Refusal> {
  const found = await findTeam(id)
  if (!found) return refuse('not-found')
  const no = can(actor, 'withdraw-team', { event: found.facts, team: id }, now())
  if (no) return no
  return transaction(async (tx) => {
    await takeTurn(found.event.id)
    const [entry] = await tx
      .select()
      .from(entries)
      .where(and(eq(entries.teamId, id), eq(entries.eventId, found.event.id)))
      .for('update')
    if (!entry) return refuse('not-found')
    if (entry.withdrawnAt) return { team: id, withdrawnAt: entry.withdrawnAt }
    const withdrawnAt = now()
    const withdrawnReason = reason?.trim() || null
    await tx.update(entries).set({ withdrawnAt, withdrawnReason }).where(eq(entries.id, entry.id))
    await record({
      actor,
      action: 'withdraw-team',
      object: { kind: 'team', id },
      event: found.event.id,
      details: { entry: entry.id },
    })
    return { team: id, withdrawnAt }
  })
}
