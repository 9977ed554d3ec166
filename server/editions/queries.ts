import 'server-only'
import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import { claims, competitions, editions, eventPhases, events } from '@/db/schema'
import { type MapState, mapState } from '@/domain/events/map-state'
import type { Phase } from '@/domain/events/phases'

export interface Claim {
  readonly metric: string
  readonly qualifier: 'exactly' | 'about' | 'nearly' | 'over'
  readonly value: number
  readonly source: string
}

/** An event as the edition lists it. */
export interface EventOnMap {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly level: string
  readonly country: string
  readonly city: string
  readonly timeZone: string
  readonly latitude: number
  readonly longitude: number
  readonly startsAt: Date
  readonly endsAt: Date
  readonly submissionsDueAt: Date | null
  readonly hostEvent: string | null
  readonly phase: Phase
  readonly state: MapState
  readonly parentId: string | null
  readonly exampleData: boolean
  readonly firstInCountry: boolean
  readonly promotionSlots: number
}

/** All editions of all competitions, newest number last, each with its claims. An edition may exist with claims only. */
export async function listEditions() {
  const database = await db()
  const rows = await database
    .select({ edition: editions, competition: competitions })
    .from(editions)
    .innerJoin(competitions, eq(competitions.id, editions.competitionId))
    .orderBy(asc(editions.ordinal))
  const figures = await database
    .select()
    .from(claims)
    .where(isNull(claims.eventId))
    .orderBy(asc(claims.position), asc(claims.id))
  return rows.map(({ edition, competition }) => ({
    ...edition,
    competition: competition.name,
    claims: figures.filter(({ editionId }) => editionId === edition.id).map(publicClaim),
  }))
}

/** An edition with its claims and its public events, or null. */
export async function findEdition(slug: string) {
  const database = await db()
  const [found] = await database
    .select({ edition: editions, competition: competitions })
    .from(editions)
    .innerJoin(competitions, eq(competitions.id, editions.competitionId))
    .where(eq(editions.slug, slug))
  if (!found) return null
  const figures = await database
    .select()
    .from(claims)
    .where(and(eq(claims.editionId, found.edition.id), isNull(claims.eventId)))
    .orderBy(asc(claims.position), asc(claims.id))
  return { ...found, claims: figures.map(publicClaim), events: await publicEvents(found.edition.id) }
}

/** The events of an edition that have left draft, by country. */
export async function publicEvents(editionId: string): Promise<EventOnMap[]> {
  const database = await db()
  const latest = database
    .selectDistinctOn([eventPhases.eventId], { eventId: eventPhases.eventId, phase: eventPhases.phase })
    .from(eventPhases)
    .orderBy(eventPhases.eventId, desc(eventPhases.ordinal))
    .as('latest')
  const rows = await database
    .select({ event: events, phase: latest.phase })
    .from(events)
    .innerJoin(latest, eq(latest.eventId, events.id))
    .where(and(eq(events.editionId, editionId), ne(latest.phase, 'draft')))
    .orderBy(asc(events.name))
  return rows.map(({ event, phase }) => ({ ...event, phase, state: mapState(phase) }))
}

export function publicClaim({ metric, qualifier, value, source }: typeof claims.$inferSelect): Claim {
  return { metric, qualifier, value, source }
}
