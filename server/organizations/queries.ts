import 'server-only'
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  organizationAliases,
  organizationDomains,
  organizationParents,
  organizations,
  registrations,
  teamMembers,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { countInstitutions, parentOf, rootOf } from '@/domain/organizations/institution-tree'
import { isRefusal } from '@/domain/refusal'
import { editableEvent } from '../events/editable-event'

/**
 * The institutions an event's organizer works with: those its students represent, with how many there are and how many
 * of them have no team yet, counted by root and as named; and all others by name, for a list to choose from.
 */
export async function institutionsOfEvent(actor: Actor, event: string) {
  const found = await editableEvent(actor, event)
  if (isRefusal(found)) return found
  const database = await db()
  const on = found.event.startsAt.toISOString().slice(0, 10)
  const all = await database
    .select()
    .from(organizations)
    .where(isNull(organizations.mergedIntoId))
    .orderBy(asc(organizations.name))
  const counted = await database
    .select({
      id: registrations.institutionId,
      students: sql<number>`count(*)::int`,
      withoutTeam: sql<number>`(count(*) filter (where ${teamMembers.id} is null))::int`,
    })
    .from(registrations)
    .leftJoin(
      teamMembers,
      and(
        eq(teamMembers.personId, registrations.personId),
        eq(teamMembers.eventId, registrations.eventId),
        isNull(teamMembers.leftAt),
      ),
    )
    .where(and(eq(registrations.eventId, event), ne(registrations.state, 'withdrawn')))
    .groupBy(registrations.institutionId)
  const links = await database.select().from(organizationParents)
  const aliases = await database.select().from(organizationAliases).orderBy(asc(organizationAliases.name))
  const domains = await database.select().from(organizationDomains).orderBy(asc(organizationDomains.domain))
  const described = all.map((organization) => ({
    ...organization,
    students: 0,
    withoutTeam: 0,
    ...counted.find(({ id }) => id === organization.id),
    id: organization.id,
    parent: parentOf(organization.id, links, on),
    root: rootOf(organization.id, links, on),
    aliases: aliases.flatMap(({ organizationId, name }) =>
      organizationId === organization.id ? [name] : [],
    ),
    names: aliases.flatMap(({ organizationId, name, language }) =>
      organizationId === organization.id ? [{ name, language }] : [],
    ),
    parents: links
      .filter(({ organizationId }) => organizationId === organization.id)
      .map(({ parentId, since, until }) => ({ parentId, since, until })),
    domains: domains.flatMap(({ organizationId, domain }) =>
      organizationId === organization.id ? [domain] : [],
    ),
  }))
  const represented = described.filter(({ students }) => students > 0)
  const ids = represented.map(({ id }) => id)
  return {
    ...countInstitutions(ids, links, on),
    represented,
    all: described,
    withoutInstitution: counted.find(({ id }) => id === null)?.students ?? 0,
  }
}
