import 'server-only'
import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails, persons, roleGrants } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { GrantedRole } from '@/domain/access/roles'
import { refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

/** Who runs and helps at an event, with the address each signs in with, for whoever may grant these roles. */
export async function rolesOfEvent(actor: Actor, event: string) {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'grant-event-role', { event: found.facts }, now())
  return no ?? holders(['event-organizer', 'event-helper'], eq(roleGrants.eventId, event))
}

/** Who administers an edition; their addresses only for whoever may grant the role. */
export async function administratorsOf(actor: Actor, edition: { id: string; competitionId: string }) {
  const object = { edition: edition.id, competition: edition.competitionId }
  const grants = can(actor, 'grant-edition-role', object, now()) === null
  const found = await holders(['edition-administrator'], eq(roleGrants.editionId, edition.id))
  return found.map((one) => (grants ? one : { ...one, email: null }))
}

async function holders(roles: readonly GrantedRole[], node: SQL) {
  return (await db())
    .select({
      id: roleGrants.id,
      role: roleGrants.role,
      givenName: persons.givenName,
      familyName: persons.familyName,
      email: personEmails.email,
      grantedAt: roleGrants.grantedAt,
    })
    .from(roleGrants)
    .innerJoin(persons, eq(persons.id, roleGrants.personId))
    .leftJoin(personEmails, and(eq(personEmails.personId, persons.id), eq(personEmails.isPrimary, true)))
    .where(and(node, isNull(roleGrants.revokedAt), inArray(roleGrants.role, [...roles])))
    .orderBy(asc(roleGrants.role), asc(roleGrants.grantedAt))
}
