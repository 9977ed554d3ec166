import 'server-only'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, guardianConsents, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { hashOf } from '../sign-in/hash'
import { guardianStanding } from './standing'

/** What a guardian is asked, by the link mailed to them. Looking at it answers nothing. Null when it works no more. */
export async function guardianByToken(token: string) {
  const [found] = await (await db())
    .select({
      guardian: guardianConsents.name,
      givenName: persons.givenName,
      familyName: persons.familyName,
      event: events.name,
      city: events.city,
      given: guardianConsents.given,
    })
    .from(guardianConsents)
    .innerJoin(registrations, eq(registrations.id, guardianConsents.registrationId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(eq(guardianConsents.linkHash, hashOf(token)), isNull(guardianConsents.erasedAt)))
  return found ?? null
}

/** How it stands with one's own guardian for an event, and who that is; null for who is not registered. */
export async function ownGuardian(actor: Actor, eventId: string) {
  if (actor.personId === null || actor.bearer) return null
  const [found] = await (await db())
    .select({
      standing: guardianStanding(),
      bornOn: registrations.bornOn,
      name: sql<string>`coalesce(${guardianConsents.name}, '')`,
      email: sql<string>`coalesce(${guardianConsents.email}, '')`,
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(
      guardianConsents,
      and(eq(guardianConsents.registrationId, registrations.id), isNull(guardianConsents.erasedAt)),
    )
    .where(
      and(
        eq(registrations.personId, actor.personId),
        eq(registrations.eventId, eventId),
        ne(registrations.state, 'withdrawn'),
      ),
    )
  return found ?? null
}
