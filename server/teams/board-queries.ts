import 'server-only'
import { and, asc, desc, eq, isNull, lt, notExists, sql } from 'drizzle-orm'
import { database, db } from '@/db/client'
import {
  boardCards,
  entries,
  joinRequests,
  organizations,
  persons,
  registrations,
  teamMembers,
  teams,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

/** Sits in a team of the event, however they came to it (a list that was imported, too). */
const seatedHere = () =>
  database
    .select({ one: sql`1` })
    .from(teamMembers)
    .where(
      and(
        eq(teamMembers.personId, registrations.personId),
        eq(teamMembers.eventId, registrations.eventId),
        isNull(teamMembers.leftAt),
      ),
    )

/** Who looks for a team at an event: their words and first name, the newest first; never an address. */
export async function boardOf(actor: Actor, eventId: string) {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'see-board', { event: found.facts }, now())
  if (no) return no
  const rows = await (await db())
    .select({
      registration: boardCards.registrationId,
      personId: registrations.personId,
      givenName: persons.givenName,
      institution: organizations.name,
      skills: boardCards.skills,
      languages: boardCards.languages,
      about: boardCards.about,
    })
    .from(boardCards)
    .innerJoin(registrations, eq(registrations.id, boardCards.registrationId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organizations, eq(organizations.id, registrations.institutionId))
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.state, 'registered'),
        isNull(boardCards.takenDownAt),
        notExists(seatedHere()),
      ),
    )
    .orderBy(desc(boardCards.listedAt), asc(boardCards.registrationId))
  return rows.map(({ personId, ...card }) => ({ ...card, self: personId === actor.personId }))
}

/** The teams of an event that have a free seat and somebody to ask, each with one's own open question to it. */
export async function teamsToAsk(actor: Actor, eventId: string) {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'ask-to-join', { event: found.facts }, now())
  if (no) return no
  const taken = sql<number>`(select count(*)::int from team_members m where m.team_id = ${teams.id} and m.left_at is null)`
  return (await db())
    .select({
      id: teams.id,
      name: teams.name,
      seats: teams.seats,
      institution: organizations.name,
      project: entries.title,
      taken,
      request: joinRequests.id,
    })
    .from(teams)
    .innerJoin(entries, and(eq(entries.teamId, teams.id), eq(entries.eventId, eventId)))
    .innerJoin(
      teamMembers,
      and(eq(teamMembers.teamId, teams.id), eq(teamMembers.role, 'captain'), isNull(teamMembers.leftAt)),
    )
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .leftJoin(
      joinRequests,
      and(
        eq(joinRequests.teamId, teams.id),
        eq(joinRequests.personId, sql`${actor.personId}::uuid`),
        isNull(joinRequests.answeredAt),
      ),
    )
    .where(
      and(
        eq(teams.eventId, eventId),
        isNull(teams.deletedAt),
        isNull(entries.withdrawnAt),
        lt(taken, teams.seats),
      ),
    )
    .orderBy(asc(teams.nameKey))
}

/** Who asks to join a team and has no answer yet, the longest first; its captain alone reads it. */
export async function requestsOf(actor: Actor, found: Parameters<typeof can>[2]['event'], team: string) {
  if (can(actor, 'answer-join-request', { event: found, team }, now())) return []
  return (await db())
    .select({
      id: joinRequests.id,
      givenName: persons.givenName,
      familyName: persons.familyName,
      institution: organizations.name,
      message: joinRequests.message,
    })
    .from(joinRequests)
    .innerJoin(teams, eq(teams.id, joinRequests.teamId))
    .innerJoin(persons, eq(persons.id, joinRequests.personId))
    .innerJoin(
      registrations,
      and(eq(registrations.personId, joinRequests.personId), eq(registrations.eventId, teams.eventId)),
    )
    .leftJoin(organizations, eq(organizations.id, registrations.institutionId))
    .where(
      and(
        eq(joinRequests.teamId, team),
        isNull(joinRequests.answeredAt),
        eq(registrations.state, 'registered'),
        notExists(seatedHere()),
      ),
    )
    .orderBy(asc(joinRequests.askedAt), asc(joinRequests.id))
}
