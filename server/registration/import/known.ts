import 'server-only'
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizationDomains, personEmails, persons, registrations, teamMembers, teams } from '@/db/schema'
import type { ImportContext } from '@/domain/registration/import/plan'
import type { EventRow } from '../../events/find-event'
import { knownOrganizations } from '../../organizations/look-alikes'
import type { CheckContext } from './check-lists'
import { rememberedColumns } from './remember-columns'

/** All that a check of lists needs to know. */
export async function checkContext(event: EventRow): Promise<CheckContext> {
  return {
    ...(await importContext(event)),
    organizations: await knownOrganizations(),
    memories: await rememberedColumns(),
  }
}

/** What an event holds already, in the words of the import's rules. */
export async function importContext(event: EventRow): Promise<ImportContext> {
  const database = await db()
  const registered = await database
    .select({
      personId: registrations.personId,
      emails: sql<string[]>`array(select ${personEmails.email} from ${personEmails}
        where ${personEmails.personId} = ${registrations.personId})`,
      givenName: persons.givenName,
      familyName: persons.familyName,
      programme: registrations.programme,
      year: registrations.studyYear,
      institutionId: registrations.institutionId,
      teamKey: teams.nameKey,
      state: registrations.state,
      confirmed: sql<boolean>`${registrations.confirmedAt} is not null`,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(
      teamMembers,
      and(
        eq(teamMembers.personId, registrations.personId),
        eq(teamMembers.eventId, registrations.eventId),
        isNull(teamMembers.leftAt),
      ),
    )
    .leftJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(eq(registrations.eventId, event.id))
  const formed = await database
    .select({
      id: teams.id,
      key: teams.nameKey,
      name: teams.name,
      seats: teams.seats,
      institutionId: teams.institutionId,
      size: count(teamMembers.id),
    })
    .from(teams)
    .leftJoin(teamMembers, and(eq(teamMembers.teamId, teams.id), isNull(teamMembers.leftAt)))
    .where(and(eq(teams.eventId, event.id), isNull(teams.deletedAt)))
    .groupBy(teams.id)
  return {
    known: { registrations: registered, teams: formed },
    institutions: await holdersOfDomains(),
    event: { teamSize: { min: event.teamMin, max: event.teamMax } },
  }
}

/** Every organization that has an e-mail domain, with its domains. */
export async function holdersOfDomains() {
  return (await db())
    .select({
      id: organizationDomains.organizationId,
      domains: sql<string[]>`array_agg(${organizationDomains.domain})`,
    })
    .from(organizationDomains)
    .groupBy(organizationDomains.organizationId)
}
