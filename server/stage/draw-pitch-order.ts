import 'server-only'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { type Database, transaction } from '@/db/client'
import { entries, pitchDraws, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { drawOrder } from '@/domain/stage/draw-order'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { commitmentTo } from './commit-draw'

/**
 * Draws the order of pitches from the seed committed to: the same seed and teams give the same order anywhere, and
 * whoever knows the teams' addresses can draw it again. From now on the seed is public. Refused `draw-uncommitted`
 * without a commitment that waits for its draw.
 */
export async function drawPitchOrder(
  actor: Actor,
  { event }: { event: string },
): Promise<{ order: readonly string[]; seed: string; commitment: string } | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'seat-jurors', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    await takeTurn(event)
    const [draw] = await tx
      .select()
      .from(pitchDraws)
      .where(eq(pitchDraws.eventId, event))
      .orderBy(desc(pitchDraws.committedAt), desc(pitchDraws.id))
      .limit(1)
    if (!draw || draw.drawnAt) return refuse('draw-uncommitted', { field: 'seed' })
    const { id, seed, commitment } = draw
    const field = await tx
      .select({ id: entries.id, slug: teams.slug })
      .from(entries)
      .innerJoin(teams, eq(teams.id, entries.teamId))
      .where(and(eq(entries.eventId, event), isNull(entries.withdrawnAt)))
      .orderBy(asc(entries.id))
    const order = drawOrder(field, seed, commitmentTo).map((entry) => entry.id)
    await writeOrder(tx, event, order)
    await tx.update(pitchDraws).set({ drawnAt: now() }).where(eq(pitchDraws.id, id))
    await record({
      actor,
      action: 'draw-pitch-order',
      object: { kind: 'event', id: event },
      event,
      details: { seed, hash: commitment, order },
    })
    return { order, seed, commitment }
  })
}

/** Places are unique: all are emptied before they are given anew. */
async function writeOrder(tx: Database, event: string, order: readonly string[]): Promise<void> {
  await tx.update(entries).set({ pitchOrder: null }).where(eq(entries.eventId, event))
  for (const [index, id] of order.entries()) {
    await tx
      .update(entries)
      .set({ pitchOrder: index + 1 })
      .where(eq(entries.id, id))
  }
}
