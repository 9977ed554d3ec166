import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { brokenConstraint, transaction } from '@/db/client'
import { entries, stageMoves } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import type { StageMove } from '@/domain/stage/moves'
import { isPossible } from '@/domain/stage/stage'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById, isUuid } from '../events/find-event'
import { readStage } from './read-stage'

/**
 * Moves the stage: calls a team, starts, pauses, ends its pitch, or passes it over. `after` is the number of moves the
 * conductor saw: refused `stage-moved` when somebody else moved it meanwhile, and `stage-impossible` for what makes no
 * sense now.
 */
export async function moveStage(
  actor: Actor,
  input: { event: string; move: StageMove; after: number; entry?: string | null },
): Promise<{ moves: number } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'run-stage', { event: found.facts }, now())
  if (no) return no
  const { event, move, after } = input
  const named = move === 'call' || move === 'skip'
  return transaction(async (tx) => {
    const { stage, moves } = await readStage(found)
    if (moves !== after) return refuse('stage-moved')
    const entry = named ? (input.entry ?? null) : stage.entry
    if (!isPossible(stage, move) || entry === null) return refuse('stage-impossible')
    const [pitches] = isUuid(entry)
      ? await tx
          .select({ id: entries.id })
          .from(entries)
          .where(and(eq(entries.id, entry), eq(entries.eventId, event), isNull(entries.withdrawnAt)))
      : []
    if (!pitches) return refuse('not-found')
    await tx.insert(stageMoves).values({
      eventId: event,
      ordinal: moves + 1,
      move,
      entryId: entry,
      movedAt: now(),
      movedBy: actor.personId,
    })
    await record({
      actor,
      action: 'move-stage',
      object: { kind: 'entry', id: entry },
      event,
      details: { move },
    })
    return { moves: moves + 1 }
  }).catch((error: unknown) => {
    if (brokenConstraint(error) === 'stage_moves_order') return refuse('stage-moved')
    throw error
  })
}
