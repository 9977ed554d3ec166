import 'server-only'
import { aliasedTable, and, asc, desc, eq, exists, inArray, ne, sql } from 'drizzle-orm'
import { database, db } from '@/db/client'
import { acknowledgements, challenges, organizations, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { challengesOf } from './queries'
import { termsDigest } from './terms'

const licenceOwners = aliasedTable(organizations, 'licence_owners')

/**
 * An edition's challenges as who takes part reads them: what each asks, how many teams may take it, and the data it
 * works with, which is null until its terms are acknowledged where that is needed. `terms` is what would be.
 */
export async function challengesToRead(actor: Actor, eventId: string) {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'see-challenge-data', { event: found.facts }, now())
  if (no) return no
  const rows = await challengesOf(found.edition.id, eventId)
  const more = await (await db())
    .select({ id: challenges.id, licenceOwner: licenceOwners.name })
    .from(challenges)
    .leftJoin(licenceOwners, eq(licenceOwners.id, challenges.licenceOwnerId))
    .where(eq(challenges.editionId, found.edition.id))
  const said = await (await db())
    .select()
    .from(acknowledgements)
    .where(eq(acknowledgements.personId, sql`${actor.personId}::uuid`))
  return rows.map(({ resource, ...row }) => {
    const terms = termsDigest({ resource, licence: row.licence })
    const acknowledged = said.some((one) => one.challengeId === row.id && one.terms === terms)
    const gated = row.acknowledgementNeeded && !acknowledged
    return {
      ...row,
      terms,
      acknowledged,
      gated,
      data: gated ? null : resource,
      licenceOwner: more.find(({ id }) => id === row.id)?.licenceOwner ?? null,
    }
  })
}

/** Who of an event has acknowledged the terms of which challenge's data, and when: the last first, and only who could see it. */
export async function acknowledgementsAt(actor: Actor, eventId: string) {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'see-acknowledgements', { event: found.facts }, now())
  if (no) return no
  const here = database
    .select({ one: sql`1` })
    .from(registrations)
    .where(
      and(
        eq(registrations.personId, acknowledgements.personId),
        eq(registrations.eventId, eventId),
        ne(registrations.state, 'withdrawn'),
      ),
    )
  const ofEdition = database
    .select({ id: challenges.id })
    .from(challenges)
    .where(eq(challenges.editionId, found.edition.id))
  const rows = await (await db())
    .select({
      challengeId: acknowledgements.challengeId,
      personId: persons.id,
      givenName: persons.givenName,
      familyName: persons.familyName,
      terms: acknowledgements.terms,
      at: acknowledgements.at,
      resource: challenges.resource,
      licence: challenges.licence,
    })
    .from(acknowledgements)
    .innerJoin(challenges, eq(challenges.id, acknowledgements.challengeId))
    .innerJoin(persons, eq(persons.id, acknowledgements.personId))
    .where(and(inArray(acknowledgements.challengeId, ofEdition), exists(here)))
    .orderBy(desc(acknowledgements.at), asc(persons.id))
  return rows.map(({ resource, licence, ...row }) => ({
    ...row,
    current: row.terms === termsDigest({ resource, licence }),
  }))
}
