import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { checkIns, events, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { consentMissing } from '@/domain/registration/guardian'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { guardianStanding } from '../guardians/standing'

/** Somebody with a place, as the door needs them: the name, whether they came, and who saw them. */
export interface Expected {
  readonly registration: string
  readonly name: string
  readonly arrivedAt: Date | null
  readonly seenBy: string | null
  /** That a minor's guardian has not agreed: told to the organizer, not to a helper. */
  readonly consentMissing: boolean
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
  const mayTell = can(actor, 'see-contact', { event: found.facts }, now()) === null
  const rows = await (await db())
    .select({
      registration: registrations.id,
      name: fullName(persons),
      arrivedAt: checkIns.at,
      seenBy: sql<string | null>`case when ${helpers.id} is null then null else ${fullName(helpers)} end`,
      guardian: guardianStanding(),
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(checkIns, eq(checkIns.registrationId, registrations.id))
    .leftJoin(helpers, eq(helpers.id, checkIns.by))
    .where(and(eq(registrations.eventId, event), eq(registrations.state, 'registered')))
    .orderBy(sql`${fullName(persons)} collate "und-x-icu"`, registrations.id)
  return rows.map(({ guardian, ...person }) => ({
    ...person,
    consentMissing: mayTell && consentMissing(guardian),
  }))
}
