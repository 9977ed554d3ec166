import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { entries, events, organizations, passedOver, promotions, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { freeSlot, nominate } from '@/domain/promotion/nominate'
import type { PromotionState } from '@/domain/promotion/states'
import { now } from '../clock'
import type { FoundEvent } from '../events/find-event'
import { edgeOf } from './edge'

export interface ListedOffer {
  readonly id: string
  readonly slot: number
  readonly state: PromotionState
  readonly team: { readonly name: string; readonly institution: string | null } | null
  readonly rank: number | null
  readonly reason: string | null
  readonly override: string | null
  readonly passedOver: readonly { readonly team: string; readonly reason: string }[]
}

export interface PromotionDesk {
  readonly slots: number
  readonly parent: string
  readonly offers: readonly ListedOffer[]
  /** Whom the rule names for the next free place; null when no place is free or nobody is left. */
  readonly next: { readonly entry: string; readonly team: string; readonly rank: number | null } | null
  readonly free: boolean
  /** Teams another than the rule could send, in writing. */
  readonly others: readonly { readonly entry: string; readonly team: string }[]
}

/** An event's places in its parent for whoever runs one of the two; null without a parent or a published result. */
export async function promotionDesk(actor: Actor, found: FoundEvent): Promise<PromotionDesk | null> {
  const refusedHere = can(actor, 'nominate', { event: found.facts }, now())
  if (refusedHere && can(actor, 'accept-promotion', { event: found.facts }, now())) return null
  const edge = await edgeOf(found)
  if (!edge) return null
  const database = await db()
  const [parent] = await database
    .select({ name: events.name })
    .from(events)
    .where(eq(events.id, edge.toEventId))
  const offers = await offersFrom(found.event.id)
  const slot = freeSlot(edge.rule, edge.offers)
  const { nominee } = nominate(edge.candidates, edge.rule, edge.offers)
  const named = await database
    .select({ entry: entries.id, team: teams.name })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(eq(entries.eventId, found.event.id))
  const nameOf = new Map(named.map(({ entry, team }) => [entry, team]))
  const asked = new Set(edge.offers.map(({ entry }) => entry))
  return {
    slots: edge.rule.slots,
    parent: parent?.name ?? '',
    offers,
    free: slot !== null,
    next:
      nominee && slot !== null
        ? { entry: nominee.entry, team: nameOf.get(nominee.entry) ?? '', rank: nominee.rank }
        : null,
    others: edge.candidates
      .filter(({ entry, withdrawn }) => !withdrawn && entry !== nominee?.entry && !asked.has(entry))
      .map(({ entry }) => ({ entry, team: nameOf.get(entry) ?? '' })),
  }
}

async function offersFrom(fromEventId: string): Promise<ListedOffer[]> {
  const database = await db()
  const rows = await database
    .select({
      id: promotions.id,
      slot: promotions.slot,
      state: promotions.state,
      rank: promotions.rank,
      reason: promotions.reason,
      override: promotions.override,
      team: teams.name,
      institution: organizations.name,
    })
    .from(promotions)
    .leftJoin(entries, eq(entries.id, promotions.teamEntryId))
    .leftJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .where(eq(promotions.fromEventId, fromEventId))
    .orderBy(asc(promotions.slot), asc(promotions.changedAt), asc(promotions.id))
  const ids = rows.map(({ id }) => id)
  const passed = await database
    .select({ promotion: passedOver.promotionId, team: teams.name, reason: passedOver.reason })
    .from(passedOver)
    .innerJoin(entries, eq(entries.id, passedOver.entryId))
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(inArray(passedOver.promotionId, ids))
  return rows.map(({ team, institution, ...row }) => ({
    ...row,
    team: team === null ? null : { name: team, institution },
    passedOver: passed
      .filter(({ promotion }) => promotion === row.id)
      .map(({ team, reason }) => ({ team, reason })),
  }))
}

export interface OwnOffer {
  readonly promotion: string
  readonly state: PromotionState
  readonly team: string
  readonly event: string
  readonly city: string
  readonly startsAt: Date
  readonly timeZone: string
}

/** The places offered to the teams of which the actor is captain, and those they hold. */
export async function ownOffers(actor: Actor): Promise<OwnOffer[]> {
  if (actor.personId === null || actor.bearer) return []
  const parent = alias(events, 'parent')
  return (await db())
    .select({
      promotion: promotions.id,
      state: promotions.state,
      team: teams.name,
      event: parent.name,
      city: parent.city,
      startsAt: parent.startsAt,
      timeZone: parent.timeZone,
    })
    .from(promotions)
    .innerJoin(entries, eq(entries.id, promotions.teamEntryId))
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .innerJoin(
      teamMembers,
      and(eq(teamMembers.teamId, teams.id), eq(teamMembers.role, 'captain'), isNull(teamMembers.leftAt)),
    )
    .innerJoin(parent, eq(parent.id, promotions.toEventId))
    .where(
      and(
        eq(teamMembers.personId, actor.personId),
        inArray(promotions.state, ['offered', 'confirmed', 'accepted']),
      ),
    )
    .orderBy(asc(promotions.changedAt))
}
