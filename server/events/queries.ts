import 'server-only'
import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  challenges,
  claims,
  entries,
  events,
  jurors,
  meetingOrganizations,
  meetings,
  offices,
  organizationParents,
  organizations,
  partnerships,
  persons,
  presences,
  registrations,
  scheduleItems,
  teams,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { countInstitutions, rootOf } from '@/domain/organizations/institution-tree'
import { now } from '../clock'
import { publicClaim } from '../editions/queries'
import { type FoundEvent, findEvent } from './find-event'

/** An event as its public page may be read by this actor: null when there is none, or none for them yet. */
export async function visibleEvent(actor: Actor, edition: string, event: string): Promise<FoundEvent | null> {
  const found = await findEvent(edition, event)
  if (!found || can(actor, 'see-event', { event: found.facts }, now())) return null
  return found
}

/** How many students, teams, institutions (by root and as named) and jurors an event has. */
export async function eventCounts(eventId: string, on: string) {
  const database = await db()
  const institutions = await institutionsOf(eventId, on)
  const [entered] = await database
    .select({ teams: count() })
    .from(entries)
    .where(and(eq(entries.eventId, eventId), isNull(entries.withdrawnAt)))
  const [seated] = await database
    .select({ jurors: count() })
    .from(jurors)
    .where(and(eq(jurors.eventId, eventId), isNull(jurors.unseatedAt), isNull(jurors.awardId)))
  const [registered] = await database
    .select({ students: count() })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), ne(registrations.state, 'withdrawn')))
  const { roots, named } = institutions
  return {
    students: registered?.students ?? 0,
    teams: entered?.teams ?? 0,
    institutions: { roots, named },
    jurors: seated?.jurors ?? 0,
  }
}

/** The institutions students represent here: each with its students, under the root it belongs to on that day. */
export async function institutionsOf(eventId: string, on: string) {
  const database = await db()
  const named = await database
    .select({
      id: organizations.id,
      name: organizations.name,
      shortName: organizations.shortName,
      students: count(),
    })
    .from(registrations)
    .innerJoin(organizations, eq(organizations.id, registrations.institutionId))
    .where(and(eq(registrations.eventId, eventId), ne(registrations.state, 'withdrawn')))
    .groupBy(organizations.id)
    .orderBy(asc(organizations.name))
  const links = await database.select().from(organizationParents)
  const ids = named.map(({ id }) => id)
  return {
    ...countInstitutions(ids, links, on),
    list: named.map((institution) => ({ ...institution, root: rootOf(institution.id, links, on) })),
  }
}

/** Who makes an event possible, by role in the order the organizer gave. */
export async function partnersOf(eventId: string) {
  return (await db())
    .select({ role: partnerships.role, organization: organizations.name })
    .from(partnerships)
    .innerJoin(organizations, eq(organizations.id, partnerships.organizationId))
    .where(eq(partnerships.eventId, eventId))
    .orderBy(asc(partnerships.position), asc(organizations.name))
}

/** The jury as the public reads it: offices, never marks. */
export async function juryOf(eventId: string) {
  return (await db())
    .select({
      seat: jurors.position,
      office: jurors.office,
      voting: jurors.voting,
      president: jurors.president,
      invented: jurors.invented,
    })
    .from(jurors)
    .where(and(eq(jurors.eventId, eventId), isNull(jurors.unseatedAt), isNull(jurors.awardId)))
    .orderBy(asc(jurors.position))
}

export async function scheduleOf(eventId: string) {
  return (await db())
    .select()
    .from(scheduleItems)
    .where(eq(scheduleItems.eventId, eventId))
    .orderBy(asc(scheduleItems.startsAt))
}

export async function claimsOf(eventId: string) {
  const found = await (await db())
    .select()
    .from(claims)
    .where(eq(claims.eventId, eventId))
    .orderBy(asc(claims.position), asc(claims.id))
  return found.map(publicClaim)
}

/** Where the winner goes, or null. */
export async function promotesTo({ event, edition }: FoundEvent) {
  if (!event.parentId) return null
  const [parent] = await (await db()).select().from(events).where(eq(events.id, event.parentId))
  return parent ? { ...parent, address: `${edition.slug}/${parent.slug}` } : null
}

/** The meetings held around an event: who met, and who was present in which office. */
export async function meetingsOf(eventId: string) {
  const database = await db()
  const held = await database
    .select()
    .from(meetings)
    .where(eq(meetings.eventId, eventId))
    .orderBy(asc(meetings.heldOn))
  return Promise.all(
    held.map(async (meeting) => ({
      ...meeting,
      organizations: await database
        .select({ name: organizations.name })
        .from(meetingOrganizations)
        .innerJoin(organizations, eq(organizations.id, meetingOrganizations.organizationId))
        .where(eq(meetingOrganizations.meetingId, meeting.id))
        .orderBy(asc(meetingOrganizations.position)),
      presences: await database
        .select({
          givenName: persons.givenName,
          familyName: persons.familyName,
          office: offices.title,
          capacity: presences.capacity,
        })
        .from(presences)
        .innerJoin(persons, eq(persons.id, presences.personId))
        .leftJoin(offices, eq(offices.id, presences.officeId))
        .where(eq(presences.meetingId, meeting.id)),
    })),
  )
}

/** The teams of an event in the words anyone may read: never a person's name. */
export async function teamsOf(eventId: string) {
  return (await db())
    .select({
      entry: entries.id,
      slug: teams.slug,
      name: teams.name,
      institution: organizations.name,
      institutionShort: organizations.shortName,
      country: events.country,
      project: entries.title,
      summary: entries.summary,
      challenge: challenges.code,
      challengeTitle: challenges.title,
      pitchOrder: entries.pitchOrder,
      withdrawn: entries.withdrawnAt,
    })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .innerJoin(events, eq(events.id, teams.eventId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .leftJoin(challenges, eq(challenges.id, entries.challengeId))
    .where(and(eq(entries.eventId, eventId), isNull(teams.deletedAt)))
    .orderBy(sql`${teams.name} collate "und-x-icu"`)
}
