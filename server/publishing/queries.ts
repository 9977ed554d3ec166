import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  awards,
  editions,
  entries,
  events,
  organizations,
  promotions,
  publications,
  resultRanks,
  results,
  teams,
} from '@/db/schema'
import { ballotTotaller } from '@/domain/judging/ballot-total'
import { holdsPlace } from '@/domain/promotion/nominate'
import type { PromotionState } from '@/domain/promotion/states'
import type { Openness } from '@/domain/publishing/openness'
import { type ListedApart, type Place, shownPlaces } from '@/domain/publishing/shown-result'
import type { Snapshot } from '@/domain/publishing/snapshot'
import { findEvent } from '../events/find-event'
import { awardsWithJury } from '../judging/award-juries'
import { type Hands, handsOf } from './hands'

interface NamedTeam {
  readonly slug: string
  readonly name: string
}

/** A published result as the API answers it (see docs of the address `…/results`). Instants are ISO, UTC. */
export interface PublishedResult {
  readonly version: number
  readonly publishedAt: string
  readonly sealedAt: string
  readonly digest: string
  readonly method: 'fair-average'
  readonly ranking: readonly Place[]
  readonly notRanked: readonly ListedApart[]
  readonly awards: readonly { kind: string; name: string; partner: string | null; team: NamedTeam | null }[]
  /** Each place in the parent event; without a team while it is to be announced. `override` says why not by the rule. */
  readonly promotion: readonly {
    place: number
    team: NamedTeam | null
    to: string
    status: PromotionState
    override?: string
  }[]
}

/** What the public page shows beside that. */
export interface PublishedPage {
  readonly result: PublishedResult
  readonly openness: Openness
  /** Why this version replaces the one before; null for the first. */
  readonly note: string | null
  readonly hands: Hands
  /** Ballot totals of each entry in order of size, no juror named; only when the scores are open. */
  readonly dots: Readonly<Record<string, readonly number[]>>
  /** The institution each entry represents. */
  readonly institutions: Readonly<Record<string, string>>
  readonly versions: readonly {
    readonly version: number
    readonly publishedAt: string
    readonly note: string | null
  }[]
}

/** The result at an address as it was published, or null while nothing is: never live numbers. */
export async function publishedResult(edition: string, event: string): Promise<PublishedResult | null> {
  return (await publishedPage(edition, event))?.result ?? null
}

/** The result with what its page needs beside it, or null while nothing is published. */
export async function publishedPage(edition: string, event: string): Promise<PublishedPage | null> {
  const found = await findEvent(edition, event)
  if (!found) return null
  const versions = await publishedVersions(found.event.id)
  const [newest] = versions
  if (!newest) return null
  const { openness, snapshot } = newest
  const ranked = await rankedEntries(newest.id)
  const places = shownPlaces(openness, {
    ranking: ranked.flatMap(({ rank, entry, team, score, decidedBy }) =>
      rank === null ? [] : [{ rank, entry, team, score, decidedBy }],
    ),
    notRanked: ranked.flatMap(({ rank, entry, team, reason }) =>
      rank === null ? [{ entry, team, reason: reason ?? 'withdrawn' }] : [],
    ),
  })
  const result: PublishedResult = {
    version: newest.version,
    publishedAt: newest.publishedAt.toISOString(),
    sealedAt: newest.sealedAt.toISOString(),
    digest: newest.digest,
    method: 'fair-average',
    ...places,
    awards: await awardsOf(found.event.id, snapshot),
    promotion: await promotionOf(found.event),
  }
  const shown = new Set(result.ranking.map(({ entry }) => entry))
  return {
    result,
    openness,
    note: newest.note,
    hands: await handsOf(found.event.id, newest),
    dots: openness === 'scores' ? dotsOf(snapshot) : {},
    institutions: Object.fromEntries(
      ranked.flatMap(({ entry, institution }) =>
        institution !== null && shown.has(entry) ? [[entry, institution]] : [],
      ),
    ),
    versions: versions.map(({ version, publishedAt, note }) => ({
      version,
      publishedAt: publishedAt.toISOString(),
      note,
    })),
  }
}

/** The published versions of an event's result, newest first. */
async function publishedVersions(eventId: string) {
  const rows = await (await db())
    .select({
      id: results.id,
      version: results.version,
      digest: results.digest,
      note: results.note,
      snapshot: results.snapshot,
      sealedAt: results.sealedAt,
      sealedBy: results.sealedBy,
      publishedAt: publications.publishedAt,
      publishedBy: publications.publishedBy,
      openness: publications.openness,
    })
    .from(results)
    .innerJoin(publications, eq(publications.resultId, results.id))
    .where(eq(results.eventId, eventId))
    .orderBy(desc(results.version))
  return rows.map((row) => ({ ...row, openness: row.openness ?? 'winners' }))
}

async function rankedEntries(resultId: string) {
  return (await db())
    .select({
      entry: resultRanks.entryId,
      rank: resultRanks.rank,
      score: resultRanks.score,
      decidedBy: resultRanks.decidedBy,
      reason: resultRanks.reason,
      team: { slug: teams.slug, name: teams.name },
      institution: organizations.name,
    })
    .from(resultRanks)
    .innerJoin(entries, eq(entries.id, resultRanks.entryId))
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .where(eq(resultRanks.resultId, resultId))
    .orderBy(asc(resultRanks.position))
}

/** The awards somebody was named for, and those that juries of their own gave, as this version sealed them. */
export async function awardsOf(
  eventId: string,
  { awards: sealed = [] }: Snapshot,
): Promise<PublishedResult['awards']> {
  const given = await namedAwards(eventId)
  const won = sealed.flatMap(({ award, winners }) => winners.map((entry) => ({ award, entry })))
  if (won.length === 0) return given
  const rows = await (await db())
    .select({ id: entries.id, team: { slug: teams.slug, name: teams.name } })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(
      inArray(
        entries.id,
        won.map(({ entry }) => entry),
      ),
    )
  const own = await awardsWithJury(eventId)
  const juried = won.flatMap(({ award, entry }) => {
    const named = own.find(({ id }) => id === award)
    const team = rows.find(({ id }) => id === entry)?.team ?? null
    return named ? [{ kind: 'special', name: named.name, partner: named.partner, team }] : []
  })
  return [...given, ...juried]
}

async function namedAwards(eventId: string): Promise<PublishedResult['awards']> {
  return (await db())
    .select({
      kind: awards.kind,
      name: awards.name,
      partner: organizations.name,
      team: { slug: teams.slug, name: teams.name },
    })
    .from(awards)
    .leftJoin(organizations, eq(organizations.id, awards.partnerId))
    .leftJoin(entries, eq(entries.id, awards.entryId))
    .leftJoin(teams, eq(teams.id, entries.teamId))
    .where(and(eq(awards.eventId, eventId), isNotNull(awards.entryId)))
    .orderBy(asc(awards.kind), asc(awards.name))
}

/** Every place of the event in its parent: held by a team, or open. */
async function promotionOf(event: {
  id: string
  parentId: string | null
  promotionSlots: number
}): Promise<PublishedResult['promotion']> {
  if (event.parentId === null) return []
  const database = await db()
  const [parent] = await database
    .select({ edition: editions.slug, event: events.slug })
    .from(events)
    .innerJoin(editions, eq(editions.id, events.editionId))
    .where(eq(events.id, event.parentId))
  const rows = await database
    .select({
      slot: promotions.slot,
      state: promotions.state,
      override: promotions.override,
      team: { slug: teams.slug, name: teams.name },
    })
    .from(promotions)
    .innerJoin(entries, eq(entries.id, promotions.teamEntryId))
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(and(eq(promotions.fromEventId, event.id), ne(promotions.state, 'open')))
  const to = `${parent?.edition}/${parent?.event}`
  return Array.from({ length: event.promotionSlots }, (_, index) => {
    const place = index + 1
    const holder = rows.find((row) => row.slot === place && holdsPlace(row))
    if (!holder) return { place, team: null, to, status: 'open' }
    const { team, state: status, override } = holder
    return override === null ? { place, team, to, status } : { place, team, to, status, override }
  })
}

function dotsOf({ input }: Snapshot): Record<string, number[]> {
  const totalOf = ballotTotaller(input.criteria)
  const dots: Record<string, number[]> = {}
  const crosses = new Set(input.conflicts.map(({ juror, entry }) => `${juror} ${entry}`))
  for (const { juror, entry, status, setAside, marks } of input.ballots) {
    const total = totalOf(marks)
    if (status !== 'submitted' || setAside || total === null || crosses.has(`${juror} ${entry}`)) continue
    dots[entry] = [...(dots[entry] ?? []), total].sort((a, b) => a - b)
  }
  return dots
}
