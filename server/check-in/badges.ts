import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations, persons, registrations, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export interface BadgeOf {
  /** What the badge's code leads to. */
  readonly registration: string
  readonly givenName: string
  readonly familyName: string
  readonly team: string | null
  readonly institution: string | null
}

/** Everybody with a place, by name, as badges and lists name them; for the organizer, else refused. */
export async function badgesOf(actor: Actor, event: string): Promise<BadgeOf[] | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'see-contact', { event: found.facts }, now())
  if (no) return no
  const sitting = and(
    eq(teamMembers.personId, registrations.personId),
    eq(teamMembers.eventId, registrations.eventId),
    isNull(teamMembers.leftAt),
  )
  return (await db())
    .select({
      registration: registrations.id,
      givenName: persons.givenName,
      familyName: persons.familyName,
      team: teams.name,
      institution: sql<string | null>`coalesce(${organizations.shortName}, ${organizations.name})`,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organizations, eq(organizations.id, registrations.institutionId))
    .leftJoin(teamMembers, sitting)
    .leftJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(and(eq(registrations.eventId, event), eq(registrations.state, 'registered')))
    .orderBy(
      sql`${persons.familyName} collate "und-x-icu"`,
      sql`${persons.givenName} collate "und-x-icu"`,
      registrations.id,
    )
}
