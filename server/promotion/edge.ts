import 'server-only'
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  entries,
  organizationParents,
  promotions,
  publications,
  resultRanks,
  results,
  teams,
} from '@/db/schema'
import { rootOf } from '@/domain/organizations/institution-tree'
import type { Candidate, Offer, PromotionRule } from '@/domain/promotion/nominate'
import { type FoundEvent, isUuid } from '../events/find-event'

/** Everything the rule asks about an event's places in its parent event. */
export interface Edge {
  readonly toEventId: string
  readonly resultId: string
  readonly rule: PromotionRule
  readonly candidates: readonly (Candidate & { readonly team: string })[]
  readonly offers: readonly (Offer & { readonly id: string })[]
}

/** The edge from an event to its parent, by the newest published result; null without a parent or a publication. */
export async function edgeOf({ event }: FoundEvent): Promise<Edge | null> {
  if (event.parentId === null) return null
  const database = await db()
  const [result] = await database
    .select({ id: results.id })
    .from(results)
    .innerJoin(publications, eq(publications.resultId, results.id))
    .where(eq(results.eventId, event.id))
    .orderBy(desc(results.version))
    .limit(1)
  if (!result) return null
  const ranked = await database
    .select({
      entry: resultRanks.entryId,
      rank: resultRanks.rank,
      team: entries.teamId,
      institution: teams.institutionId,
      withdrawnAt: entries.withdrawnAt,
    })
    .from(resultRanks)
    .innerJoin(entries, eq(entries.id, resultRanks.entryId))
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(eq(resultRanks.resultId, result.id))
    .orderBy(asc(resultRanks.position))
  const links = await database.select().from(organizationParents)
  const on = event.startsAt.toISOString().slice(0, 10)
  return {
    toEventId: event.parentId,
    resultId: result.id,
    rule: { slots: event.promotionSlots, capPerRoot: event.promotionCapPerRoot },
    candidates: ranked.map(({ entry, rank, team, institution, withdrawnAt }) => ({
      entry,
      rank,
      team,
      root: institution && rootOf(institution, links, on),
      withdrawn: withdrawnAt !== null,
    })),
    offers: await offersOf(event.id),
  }
}

async function offersOf(fromEventId: string) {
  return (await db())
    .select({
      id: promotions.id,
      slot: promotions.slot,
      state: promotions.state,
      entry: promotions.teamEntryId,
    })
    .from(promotions)
    .where(eq(promotions.fromEventId, fromEventId))
    .orderBy(asc(promotions.slot), asc(promotions.changedAt), asc(promotions.id))
}

/** An offer to a team, or null (also for a place that is open). */
export async function findOffer(id: string) {
  if (!isUuid(id)) return null
  const [found] = await (await db())
    .select({
      id: promotions.id,
      slot: promotions.slot,
      state: promotions.state,
      fromEventId: promotions.fromEventId,
      toEventId: promotions.toEventId,
      entryId: entries.id,
      teamId: entries.teamId,
      parentEntryId: promotions.parentEntryId,
    })
    .from(promotions)
    .innerJoin(entries, eq(entries.id, promotions.teamEntryId))
    .where(and(eq(promotions.id, id), isNotNull(promotions.teamEntryId)))
  return found ?? null
}

export type FoundOffer = NonNullable<Awaited<ReturnType<typeof findOffer>>>
