import 'server-only'
import { db } from '@/db/client'
import { resultRanks, results } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { snapshotOf } from '@/domain/publishing/snapshot'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { keepInJournal } from '../journal/keep'
import { digestOf } from './digest'
import type { RankedRecord } from './ranking-of'

export interface SealedResult {
  readonly result: string
  readonly version: number
  readonly digest: string
}

/**
 * Writes a version of an event's result with its snapshot, digest and places, in the caller's transaction. Refused
 * `gates-not-clear` while a gate blocks, naming how many and the first.
 */
export async function writeResult(
  actor: SignedIn,
  eventId: string,
  { input, ranking, awards }: RankedRecord,
  version: number,
  note: string | null,
): Promise<SealedResult | Refusal> {
  const blocks = ranking.gates.filter(({ level }) => level === 'BLOCK')
  if (!ranking.sealable) return refuse('gates-not-clear', { count: blocks.length, gate: blocks[0]?.code })
  if (ranking.ranking.length === 0) return refuse('nothing-to-seal')
  const snapshot = snapshotOf(eventId, input, ranking, awards)
  const digest = digestOf(snapshot)
  const database = await db()
  const [made] = await database
    .insert(results)
    .values({
      eventId,
      version,
      snapshot,
      digest,
      note,
      sealedAt: now(),
      sealedBy: actor.personId,
    })
    .onConflictDoNothing()
    .returning()
  if (!made) return refuse('lost-seal')
  const placed = ranking.ranking.map(({ entry, rank, score, decidedBy }) => ({
    entryId: entry,
    rank,
    score,
    decidedBy,
    reason: null,
  }))
  const apart = ranking.notRanked.map(({ entry, reason }) => ({
    entryId: entry,
    rank: null,
    score: null,
    decidedBy: null,
    reason,
  }))
  const rows = [...placed, ...apart].map((row, index) => ({ ...row, resultId: made.id, position: index + 1 }))
  await database.insert(resultRanks).values(rows)
  keepInJournal(eventId, { results: [made], resultRanks: rows })
  return { result: made.id, version, digest }
}
