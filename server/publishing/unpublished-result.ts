import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, resultRanks, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { OPENNESS, type Openness } from '@/domain/publishing/openness'
import { type Places, shownPlaces } from '@/domain/publishing/shown-result'
import { now } from '../clock'
import type { FoundEvent } from '../events/find-event'
import { juryRecord } from '../judging/jury-record'
import { lastVersion } from '../ranking/correct-result'
import { juryPlace } from '../ranking/jury-place'
import { awardsOf, type PublishedResult } from './queries'

export interface Preview {
  readonly version: number
  readonly digest: string
  readonly note: string | null
  readonly sealedAt: Date
  readonly published: boolean
  /** Sealed by whoever asks: the public will read that one person did both. */
  readonly oneHand: boolean
  /** What the public would read, by openness. */
  readonly shown: Readonly<Record<Openness, Places>>
  readonly awards: PublishedResult['awards']
}

/** The newest sealed version as the public would read it, for the jury desk; null for others or before a seal. */
export async function unpublishedResult(actor: Actor, found: FoundEvent): Promise<Preview | null> {
  const place = juryPlace(actor, found, await juryRecord(found.event.id))
  if (can(actor, 'see-ranking', place, now())) return null
  const last = await lastVersion(found.event.id)
  if (!last) return null
  const rows = await (await db())
    .select({
      entry: resultRanks.entryId,
      rank: resultRanks.rank,
      score: resultRanks.score,
      decidedBy: resultRanks.decidedBy,
      reason: resultRanks.reason,
      team: { slug: teams.slug, name: teams.name },
    })
    .from(resultRanks)
    .innerJoin(entries, eq(entries.id, resultRanks.entryId))
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(eq(resultRanks.resultId, last.id))
    .orderBy(asc(resultRanks.position))
  const places: Places = {
    ranking: rows.flatMap(({ rank, reason: _, ...row }) => (rank === null ? [] : [{ rank, ...row }])),
    notRanked: rows.flatMap(({ rank, entry, team, reason }) =>
      rank === null ? [{ entry, team, reason: reason ?? 'withdrawn' }] : [],
    ),
  }
  const [winners, ranks, scores] = OPENNESS.map((openness) => shownPlaces(openness, places))
  return {
    version: last.version,
    digest: last.digest,
    note: last.note,
    sealedAt: last.sealedAt,
    published: last.published !== null,
    oneHand: last.sealedBy === actor.personId,
    shown: { winners: winners ?? places, ranks: ranks ?? places, scores: scores ?? places },
    awards: await awardsOf(found.event.id, last.snapshot),
  }
}
