import 'server-only'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, organizations, personEmails, persons, registrations, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLanguage, LANGUAGES, type Language } from '@/domain/people/languages'
import { refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { guardianStanding } from '../guardians/standing'

/** The addresses a person is known by, the primary one first. */
export async function addressesOf(personId: string): Promise<string[]> {
  const rows = await (await db())
    .select({ email: personEmails.email })
    .from(personEmails)
    .where(eq(personEmails.personId, personId))
    .orderBy(desc(personEmails.isPrimary), asc(personEmails.email))
  return rows.map(({ email }) => email)
}

/** Who the actor is, to themselves; null for nobody. An empty name has yet to be asked for. */
export async function ownName(actor: Actor): Promise<{ givenName: string; familyName: string } | null> {
  if (actor.personId === null) return null
  const [found] = await (await db())
    .select({ givenName: persons.givenName, familyName: persons.familyName })
    .from(persons)
    .where(eq(persons.id, actor.personId))
  return found ?? null
}

/** The language one is written to in. */
export async function ownLanguage(actor: Actor): Promise<Language> {
  if (actor.personId === null) return LANGUAGES[0]
  const [found] = await (await db())
    .select({ locale: persons.locale })
    .from(persons)
    .where(eq(persons.id, actor.personId))
  return found && isLanguage(found.locale) ? found.locale : LANGUAGES[0]
}

/**
 * Everybody registered for an event, by name, with their address, institution and seat, and for a minor how it stands
 * with the guardian: the organizer's list.
 */
export async function participantsOf(actor: Actor, eventId: string) {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'see-contact', { event: found.facts }, now())
  if (no) return no
  return (await db())
    .select({
      id: persons.id,
      givenName: persons.givenName,
      familyName: persons.familyName,
      email: personEmails.email,
      institutionId: registrations.institutionId,
      institution: organizations.name,
      programme: registrations.programme,
      studyYear: registrations.studyYear,
      state: registrations.state,
      registeredAt: registrations.registeredAt,
      confirmedAt: registrations.confirmedAt,
      teamId: teams.id,
      team: teams.name,
      role: teamMembers.role,
      provisional: teamMembers.provisional,
      seat: teamMembers.seat,
      guardian: guardianStanding(),
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(personEmails, and(eq(personEmails.personId, persons.id), eq(personEmails.isPrimary, true)))
    .leftJoin(organizations, eq(organizations.id, registrations.institutionId))
    .leftJoin(
      teamMembers,
      and(
        eq(teamMembers.personId, persons.id),
        eq(teamMembers.eventId, registrations.eventId),
        isNull(teamMembers.leftAt),
      ),
    )
    .leftJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(eq(registrations.eventId, eventId))
    .orderBy(asc(persons.familyName), asc(persons.givenName), asc(persons.id))
}
