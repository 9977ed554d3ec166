import 'server-only'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails, persons, roleGrants } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { editableEvent } from '../events/editable-event'

/** Who runs and helps at an event, with the address each signs in with. */
export async function rolesOfEvent(actor: Actor, event: string) {
  const found = await editableEvent(actor, event)
  if (isRefusal(found)) return found
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
    .where(
      and(
        eq(roleGrants.eventId, event),
        isNull(roleGrants.revokedAt),
        inArray(roleGrants.role, ['event-organizer', 'event-helper']),
      ),
    )
    .orderBy(asc(roleGrants.role), asc(roleGrants.grantedAt))
}
