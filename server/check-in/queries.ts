import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { checkIns, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

/** Somebody with a place, as the door needs them: the name, whether they came, and who saw them. */
export interface Expected {
  readonly registration: string
  readonly name: string
  readonly arrivedAt: Date | null
  readonly seenBy: string | null
}

const helpers = alias(persons, 'helpers')
const fullName = (of: typeof persons | typeof helpers) =>
  sql<string>`trim(${of.givenName} || ' ' || ${of.familyName})`

/** Everybody with a place, by name, for the door; refused `sign-in`, `not-found`, `not-allowed`. */
export async function expectedAt(actor: Actor, event: string): Promise<Expected[] | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'search-people', { event: found.facts }, now())
  if (no) return no
  return (await db())
    .select({
      registration: registrations.id,
      name: fullName(persons),
      arrivedAt: checkIns.at,
      seenBy: sql<string | null>`case when ${helpers.id} is null then null else ${fullName(helpers)} end`,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(checkIns, eq(checkIns.registrationId, registrations.id))
    .leftJoin(helpers, eq(helpers.id, checkIns.by))
    .where(and(eq(registrations.eventId, event), eq(registrations.state, 'registered')))
    .orderBy(sql`${fullName(persons)} collate "und-x-icu"`, registrations.id)
}
