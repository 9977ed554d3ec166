import 'server-only'
import { createHash } from 'node:crypto'
import { transaction } from '@/db/client'
import { pitchDraws } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

const LONGEST = 200

/** SHA-256 of a seed, in hex: what is shown before the seed is. */
export const commitmentTo = (seed: string): string => createHash('sha256').update(seed).digest('hex')

/**
 * Commits to the seed of the draw before anybody can know the order: its hash is public at once, the seed only with the
 * draw. A later commitment takes the place of one that was not drawn.
 */
export async function commitDraw(
  actor: Actor,
  { event, seed: typed }: { event: string; seed: string },
): Promise<{ commitment: string } | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'seat-jurors', { event: found.facts }, now())
  if (no) return no
  const seed = typed.normalize('NFC').trim()
  if (!isLegible(seed)) return refuse('seed-missing', { field: 'seed' })
  if (seed.length > LONGEST) return refuse('seed-long', { field: 'seed', max: LONGEST })
  const commitment = commitmentTo(seed)
  return transaction(async (tx) => {
    const row = { eventId: event, commitment, seed, committedAt: now(), committedBy: actor.personId }
    await tx.insert(pitchDraws).values(row)
    const object = { kind: 'event', id: event }
    await record({ actor, action: 'commit-draw', object, event, details: { commitment } })
    return { commitment }
  })
}
