import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { stageMoves } from '@/db/schema'
import { type Stage, stageAfter } from '@/domain/stage/stage'
import type { FoundEvent } from '../events/find-event'

/** What an event's stage has come to, and after how many moves. */
export async function readStage({ event }: FoundEvent): Promise<{ stage: Stage; moves: number }> {
  const moves = await database
    .select({ move: stageMoves.move, entry: stageMoves.entryId, at: stageMoves.movedAt })
    .from(stageMoves)
    .where(eq(stageMoves.eventId, event.id))
    .orderBy(asc(stageMoves.ordinal))
  return { stage: stageAfter(moves, event.pitchMinutes * 60_000), moves: moves.length }
}
