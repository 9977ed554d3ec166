import 'server-only'
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  consents,
  events,
  organizationDomains,
  organizations,
  personEmails,
  persons,
  registrations,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { ownerOfAddress } from '@/domain/organizations/domain-owner'
import { findByWriting } from '@/domain/organizations/find-by-writing'
import type { OrganizationKind } from '@/domain/organizations/kinds'
import { organizationNamed } from '@/domain/organizations/name'
import type { ConsentPurpose, RegistrationState } from '@/domain/registration/states'
import { now } from '../clock'
import { type FoundEvent, findEventById } from '../events/find-event'
import { knownOrganizations } from '../organizations/look-alikes'

/** The kinds of organization that students represent. */
export const INSTITUTION_KINDS: OrganizationKind[] = ['university', 'school', 'academy']

/** An institution as a form offers it. */
export interface InstitutionChoice {
  readonly id: string
  readonly name: string
}

/** The last answer of a person to each question of consent that was put to them for an event. */
export async function consentsOf(
  personId: string,
  eventId: string,
): Promise<Partial<Record<ConsentPurpose, boolean>>> {
  const rows = await (await db())
    .select({ purpose: consents.purpose, given: consents.given })
    .from(consents)
    .where(and(eq(consents.personId, personId), eq(consents.eventId, eventId)))
    .orderBy(asc(consents.at), asc(consents.id))
  return Object.fromEntries(rows.map(({ purpose, given }) => [purpose, given]))
}

/** The institutions a student can represent, by name. */
export async function institutionChoices(): Promise<InstitutionChoice[]> {
  const rows = await (await db())
    .select({ id: organizations.id, name: organizations.name, shortName: organizations.shortName })
    .from(organizations)
    .where(and(inArray(organizations.kind, INSTITUTION_KINDS), isNull(organizations.mergedIntoId)))
    .orderBy(asc(organizations.name))
  return rows.map(({ id, name, shortName }) => ({ id, name: named(name, shortName) }))
}

/** The institutions a name that is being written may mean, the likeliest first, at most five. */
export async function institutionsLike(written: string): Promise<InstitutionChoice[]> {
  const all = (await knownOrganizations()).filter(({ kind }) => INSTITUTION_KINDS.includes(kind))
  return findByWriting(written.slice(0, 200), all)
    .slice(0, 5)
    .map(({ id, name, shortName }) => ({ id, name: named(name, shortName) }))
}

/** The institution that goes by exactly this name, in any of its writings, or null. */
export async function institutionWritten(written: string): Promise<InstitutionChoice | null> {
  const all = (await knownOrganizations()).filter(({ kind }) => INSTITUTION_KINDS.includes(kind))
  const named = all.map((one) => ({
    ...one,
    aliases: [...one.aliases, ...(one.shortName ? [one.shortName] : [])],
  }))
  return organizationNamed(written.slice(0, 200), named)
}

const named = (name: string, shortName: string | null) =>
  shortName && !name.includes(shortName) ? `${name} (${shortName})` : name

/** The institution an address belongs to by its domain, or null. Known addresses and unknown ones answer alike. */
export async function institutionOfAddress(address: string): Promise<InstitutionChoice | null> {
  const rows = await (await db())
    .select({ id: organizations.id, name: organizations.name, domain: organizationDomains.domain })
    .from(organizationDomains)
    .innerJoin(organizations, eq(organizations.id, organizationDomains.organizationId))
    .where(and(inArray(organizations.kind, INSTITUTION_KINDS), isNull(organizations.mergedIntoId)))
  const owner = ownerOfAddress(
    address,
    rows.map(({ id, name, domain }) => ({ id, name, domains: [domain] })),
  )
  return owner && { id: owner.id, name: owner.name }
}

/** The institution proposed to a person: that of the first of their addresses whose domain is known. */
export async function proposedInstitution(actor: Actor): Promise<InstitutionChoice | null> {
  if (actor.personId === null || actor.bearer) return null
  const addresses = await (await db())
    .select({ email: personEmails.email })
    .from(personEmails)
    .where(eq(personEmails.personId, actor.personId))
    .orderBy(desc(personEmails.isPrimary))
  for (const { email } of addresses) {
    const found = await institutionOfAddress(email)
    if (found) return found
  }
  return null
}

/** What one is to an event: the own registration with its institution and consents, or null. */
export async function ownRegistration(actor: Actor, eventId: string) {
  if (actor.personId === null || actor.bearer) return null
  const [found] = await (await db())
    .select({
      id: registrations.id,
      state: registrations.state,
      confirmedAt: registrations.confirmedAt,
      institutionId: registrations.institutionId,
      institution: organizations.name,
      givenName: persons.givenName,
      familyName: persons.familyName,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(organizations, eq(organizations.id, registrations.institutionId))
    .where(and(eq(registrations.personId, actor.personId), eq(registrations.eventId, eventId)))
  return found ? { ...found, consents: await consentsOf(actor.personId, eventId) } : null
}

/** The events one could register for now, by name. */
export async function openEvents(actor: Actor): Promise<FoundEvent[]> {
  const rows = await (await db())
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        lte(events.registrationOpensAt, now()),
        or(isNull(events.registrationClosesAt), gt(events.registrationClosesAt, now())),
      ),
    )
    .orderBy(asc(events.name))
  const found = await Promise.all(rows.map(({ id }) => findEventById(id)))
  return found.filter(
    (event) => event !== null && can(actor, 'register-oneself', { event: event.facts }, now()) === null,
  ) as FoundEvent[]
}

/** How many hold a place at an event; the waiting list does not. */
export const placesTaken = (eventId: string) => countOf(eventId, 'registered')

/** How many wait for a place at an event. */
export const waitingAt = (eventId: string) => countOf(eventId, 'waitlisted')

async function countOf(eventId: string, state: RegistrationState): Promise<number> {
  const [found] = await (await db())
    .select({ people: count() })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, state)))
  return found?.people ?? 0
}

/** Where one stands in an event's waiting list, from 1, and how long the list is; null for who does not wait. */
export async function placeInLine(
  actor: Actor,
  eventId: string,
): Promise<{ place: number; waiting: number } | null> {
  const line = await (await db())
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, 'waitlisted')))
    .orderBy(asc(registrations.registeredAt), asc(registrations.id))
  const place = line.findIndex(({ personId }) => personId === actor.personId) + 1
  return place > 0 && !actor.bearer ? { place, waiting: line.length } : null
}
