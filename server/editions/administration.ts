import 'server-only'
import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { challenges, competitions, editions, events, persons, roleGrants } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type MapState, mapState } from '@/domain/events/map-state'
import type { Phase } from '@/domain/events/phases'
import { now } from '../clock'
import { type EditionRow, EVENT_FACTS, type EventRow } from '../events/find-event'

export type CompetitionRow = typeof competitions.$inferSelect

/** An event as its administration lists it: drafts too, and who organizes it. */
export interface AdministeredEvent {
  readonly event: EventRow
  readonly phase: Phase
  readonly state: MapState
  /** How many events stand above it in the tree. */
  readonly depth: number
  readonly organizers: readonly string[]
}

export interface AdministeredEdition {
  readonly edition: EditionRow
  readonly competition: CompetitionRow
  /** Whether the actor owns the competition: creates and copies editions, and names their administrators. */
  readonly owns: boolean
  readonly events: readonly AdministeredEvent[]
}

/** The editions somebody administers, the newest first, with their trees of events. */
export async function administeredBy(actor: Actor): Promise<AdministeredEdition[]> {
  if (!actor.grants.some(({ role }) => role === 'edition-administrator' || role === 'competition-owner'))
    return []
  const rows = await database
    .select({ edition: editions, competition: competitions })
    .from(editions)
    .innerJoin(competitions, eq(competitions.id, editions.competitionId))
    .orderBy(asc(competitions.name), desc(editions.ordinal))
  const own = rows.filter(({ edition }) => administers(actor, edition))
  const trees = await treesOf(own.map(({ edition }) => edition.id))
  return own.map(({ edition, competition }) => ({
    ...{ edition, competition, events: trees.get(edition.id) ?? [] },
    owns: can(actor, 'create-edition', { competition: competition.id }, now()) === null,
  }))
}

/** The competitions somebody owns: they may add editions to each, also to one that has none yet. */
export async function ownedBy(actor: Actor): Promise<CompetitionRow[]> {
  const rows = await database.select().from(competitions).orderBy(asc(competitions.name))
  return rows.filter(({ id }) => can(actor, 'create-edition', { competition: id }, now()) === null)
}

/** An edition for whoever administers it, or null. */
export async function administeredEdition(actor: Actor, slug: string): Promise<AdministeredEdition | null> {
  const all = await administeredBy(actor)
  return all.find(({ edition }) => edition.slug === slug) ?? null
}

const administers = (actor: Actor, { id, competitionId }: EditionRow) =>
  can(actor, 'create-event', { edition: id, competition: competitionId }, now()) === null

/** How many challenges an edition has. */
export async function challengesIn(edition: string): Promise<number> {
  const [found] = await database
    .select({ rows: count() })
    .from(challenges)
    .where(eq(challenges.editionId, edition))
  return found?.rows ?? 0
}

async function treesOf(ids: readonly string[]): Promise<Map<string, AdministeredEvent[]>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .select({ event: events, phase: EVENT_FACTS.phase })
    .from(events)
    .innerJoin(editions, eq(editions.id, events.editionId))
    .where(inArray(events.editionId, [...ids]))
    .orderBy(asc(events.name))
  const organizers = await database
    .select({ event: roleGrants.eventId, givenName: persons.givenName, familyName: persons.familyName })
    .from(roleGrants)
    .innerJoin(persons, eq(persons.id, roleGrants.personId))
    .innerJoin(events, eq(events.id, roleGrants.eventId))
    .where(
      and(
        inArray(events.editionId, [...ids]),
        eq(roleGrants.role, 'event-organizer'),
        isNull(roleGrants.revokedAt),
      ),
    )
    .orderBy(asc(roleGrants.grantedAt))
  const below = (edition: string, parent: string | null, depth: number): AdministeredEvent[] =>
    rows
      .filter(({ event }) => event.editionId === edition && event.parentId === parent)
      .flatMap(({ event, phase }) => [
        {
          ...{ event, phase, depth, state: mapState(phase) },
          organizers: organizers
            .filter((one) => one.event === event.id)
            .map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim()),
        },
        ...below(edition, event.id, depth + 1),
      ])
  return new Map(ids.map((id) => [id, below(id, null, 0)]))
}
