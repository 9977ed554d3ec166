import 'server-only'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { challenges, editions, entries, events, organizations, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

/** An edition's challenges by code, each with who set it and how many entries of an event chose it. */
export async function challengesOf(editionId: string, eventId: string) {
  return (await db())
    .select({
      id: challenges.id,
      code: challenges.code,
      title: challenges.title,
      context: challenges.context,
      resource: challenges.resource,
      licence: challenges.licence,
      acknowledgementNeeded: challenges.acknowledgementNeeded,
      mostTeams: challenges.mostTeams,
      invented: challenges.invented,
      ownerId: challenges.ownerId,
      owner: organizations.name,
      entries: sql<number>`count(${entries.id})::int`,
    })
    .from(challenges)
    .innerJoin(organizations, eq(organizations.id, challenges.ownerId))
    .leftJoin(
      entries,
      and(eq(entries.challengeId, challenges.id), eq(entries.eventId, eventId), isNull(entries.withdrawnAt)),
    )
    .where(eq(challenges.editionId, editionId))
    .groupBy(challenges.id, organizations.id)
    .orderBy(asc(challenges.code))
}

/**
 * The entries of an event that took an organization's challenges, once its result is published: for that partner, the
 * organizer and who stands above. What anyone may read of a team, and never a person's name.
 */
export async function entriesToChallenges(
  actor: Actor,
  { event, organization }: { event: string; organization: string },
) {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'see-own-challenge-entries', { event: found.facts, organization }, now())
  if (no) return no
  return (await db())
    .select({
      entry: entries.id,
      challenge: challenges.code,
      team: teams.name,
      slug: teams.slug,
      institution: organizations.name,
      project: entries.title,
      summary: entries.summary,
    })
    .from(entries)
    .innerJoin(challenges, eq(challenges.id, entries.challengeId))
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .where(and(eq(entries.eventId, event), eq(challenges.ownerId, organization), isNull(entries.withdrawnAt)))
    .orderBy(asc(challenges.code), asc(teams.nameKey))
}

/** The organizations whose challenges of an edition the actor may write, by name; none for who may write none. */
export async function ownersToWriteFor(
  actor: Actor,
  { edition, competition }: { edition: string; competition: string },
): Promise<{ id: string; name: string }[]> {
  const all = await (await db())
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(isNull(organizations.mergedIntoId))
    .orderBy(asc(organizations.name))
  return all.filter(
    ({ id }) => can(actor, 'write-challenges', { edition, competition, organization: id }, now()) === null,
  )
}

/**
 * Where somebody writes challenges: the editions of their own, the newest first, each by the highest event of it that they
 * may see.
 */
export async function challengeRooms(
  actor: Actor,
): Promise<{ edition: string; event: string; year: number }[]> {
  if (!actor.grants.some(({ role }) => WRITERS.has(role))) return []
  const rows = await (await db())
    .select({ id: events.id })
    .from(events)
    .innerJoin(editions, eq(editions.id, events.editionId))
    .orderBy(desc(editions.year), sql`${events.parentId} is not null`, asc(events.startsAt), asc(events.slug))
  const rooms = new Map<string, { edition: string; event: string; year: number }>()
  for (const { id } of rows) {
    const found = await findEventById(id)
    if (!found || rooms.has(found.edition.id)) continue
    if (can(actor, 'see-event', { event: found.facts }, now())) continue
    const { edition, competition, event } = found
    const owners = await ownersToWriteFor(actor, { edition: edition.id, competition: competition.id })
    if (owners.length > 0)
      rooms.set(edition.id, { edition: edition.slug, event: event.slug, year: edition.year })
  }
  return [...rooms.values()]
}

const WRITERS: ReadonlySet<string> = new Set([
  'edition-administrator',
  'competition-owner',
  'organization-partner',
])
