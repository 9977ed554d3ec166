import 'server-only'
import { createHash } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { entries, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { drawOrder } from '@/domain/judging/draw-order'
import { type Refusal, refuse } from '@/domain/refusal'
import { isInvisible } from '@/domain/registration/import/clean-text'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

/**
 * Draws the order of pitches from a public seed: the same seed and teams give the same order anywhere, and whoever knows
 * the teams' addresses can draw it again. The audit holds the seed and its hash.
 */
export async function drawPitchOrder(
  actor: Actor,
  { event, seed: typed }: { event: string; seed: string },
): Promise<{ order: readonly string[]; hash: string } | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'seat-jurors', { event: found.facts }, now())
  if (no) return no
  const seed = typed.normalize('NFC').trim()
  if (seed === '' || isInvisible(seed)) return refuse('seed-missing', { field: 'seed' })
  if (seed.length > 200) return refuse('seed-long', { field: 'seed', max: 200 })
  return transaction(async (tx) => {
    await takeTurn(event)
    const rows = await tx
      .select({ id: entries.id, slug: teams.slug })
      .from(entries)
      .innerJoin(teams, eq(teams.id, entries.teamId))
      .where(and(eq(entries.eventId, event), isNull(entries.withdrawnAt)))
      .orderBy(asc(entries.id))
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
    const order = drawOrder(rows, seed, hashOf).map(({ id }) => id)
    // Places are unique: all are emptied before they are given anew.
    await tx.update(entries).set({ pitchOrder: null }).where(eq(entries.eventId, event))
    for (const [index, id] of order.entries()) {
      await tx
        .update(entries)
        .set({ pitchOrder: index + 1 })
        .where(eq(entries.id, id))
    }
    const hash = hashOf(seed)
    await record({
      actor,
      action: 'draw-pitch-order',
      object: { kind: 'event', id: event },
      event,
      details: { seed, hash, order },
    })
    return { order, hash }
  })
}
