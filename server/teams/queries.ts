import 'server-only'
import { and, asc, desc, eq, isNull, not, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  challenges,
  entries,
  invitations,
  organizations,
  persons,
  registrations,
  submissions,
  teamMembers,
  teams,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { readInvitationCode } from '@/domain/teams/invitation-code'
import { invitationFault } from '@/domain/teams/invitation-fault'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { waitsForGuardian } from '../guardians/standing'
import { withinLimit } from '../rate-limit'
import { consentsOf } from '../registration/queries'
import { findTeam, hasWithdrawn, seated, teamOf } from './find-team'

/** How often codes are looked up from one address: a hall of students shares one. */
const LOOKUPS = { times: 600, minutes: 10 }

/** A member as the own team sees them: a name, never an address. */
export interface Teammate {
  readonly member: string
  readonly givenName: string
  readonly familyName: string
  readonly captain: boolean
  readonly provisional: boolean
  readonly confirmed: boolean
  readonly self: boolean
}

/** One's own team at an event with its members, its entry and the invitation that is open; null without one. */
export async function ownTeam(actor: Actor, eventId: string) {
  const membership = actor.memberships.find(({ event }) => event === eventId)
  const found = membership && (await findTeam(membership.team))
  if (!found) return null
  const database = await db()
  const { team } = found
  const [entry] = await database
    .select()
    .from(entries)
    .where(and(eq(entries.teamId, team.id), eq(entries.eventId, eventId)))
  if (!entry) return null
  const [institution] = team.institutionId
    ? await database.select().from(organizations).where(eq(organizations.id, team.institutionId))
    : []
  const members = await teammates(actor, team.id, eventId)
  const self = members.find((member) => member.self)
  return {
    id: team.id,
    name: team.name,
    slug: team.slug,
    seats: team.seats,
    institutionId: team.institutionId,
    institution: institution ? (institution.shortName ?? institution.name) : null,
    entry: entry.id,
    withdrawn: entry.withdrawnAt !== null,
    members,
    isCaptain: self?.captain ?? false,
    captaincyOpen: !members.some(({ captain, provisional }) => captain && !provisional),
    invitation: self?.captain ? await openInvitation(team.id) : null,
  }
}

async function teammates(actor: Actor, teamId: string, eventId: string): Promise<Teammate[]> {
  const rows = await (await db())
    .select({ seat: teamMembers, person: persons, confirmedAt: registrations.confirmedAt })
    .from(teamMembers)
    .innerJoin(persons, eq(persons.id, teamMembers.personId))
    .leftJoin(
      registrations,
      and(eq(registrations.personId, teamMembers.personId), eq(registrations.eventId, eventId)),
    )
    .where(and(eq(teamMembers.teamId, teamId), isNull(teamMembers.leftAt)))
    .orderBy(asc(teamMembers.seat))
  return rows.map(({ seat, person, confirmedAt }) => ({
    member: seat.id,
    givenName: person.givenName,
    familyName: person.familyName,
    captain: seat.role === 'captain',
    provisional: seat.provisional,
    confirmed: confirmedAt !== null,
    self: person.id === actor.personId,
  }))
}

/** The newest invitation of a team that still lets somebody in, or null. */
export async function openInvitation(teamId: string) {
  const rows = await (await db())
    .select()
    .from(invitations)
    .where(and(eq(invitations.teamId, teamId), isNull(invitations.revokedAt)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
  const open = rows.find((row) => !invitationFault(row, 'UTC', now()))
  return open
    ? { id: open.id, code: open.code, left: open.maxUses - open.uses, expiresAt: open.expiresAt }
    : null
}

/**
 * What an invitation shows to whoever holds it, signed in or not: the team, its institution, how many seats are taken,
 * and the captain's first name if the captain agreed to be named. `fault` says why it lets nobody in any more.
 * `visitor` is where the question comes from. Refused `invitation-unknown`, `slow-down`.
 */
export async function invitationPreview(actor: Actor, typed: string, visitor: string) {
  const key = actor.personId ?? visitor
  if (!(await withinLimit(`invitation:${key}`, LOOKUPS)))
    return refuse('slow-down', { minutes: LOOKUPS.minutes })
  const code = readInvitationCode(typed)
  const database = await db()
  const [invitation] = code ? await database.select().from(invitations).where(eq(invitations.code, code)) : []
  const found = invitation && (await findTeam(invitation.teamId))
  if (!code || !found) return refuse('invitation-unknown', { field: 'code' })
  const { team, event, edition, competition, facts } = found
  const members = await seated(team.id)
  const [institution] = team.institutionId
    ? await database.select().from(organizations).where(eq(organizations.id, team.institutionId))
    : []
  const current = actor.personId && !actor.bearer ? await teamOf(actor.personId, event.id) : null
  const own = members.find(({ personId }) => personId === actor.personId)
  return {
    code,
    team: { id: team.id, name: team.name, seats: team.seats, taken: members.length },
    institution: institution?.name ?? null,
    captain: await captainName(members, event.id),
    event: { ...event, address: `${edition.slug}/${event.slug}` },
    competition: competition.name,
    facts,
    member: own !== undefined,
    current: current?.id === team.id ? null : current,
    fault: await previewFault(),
  }

  async function previewFault(): Promise<Refusal | null> {
    if (!invitation) return null
    if (await hasWithdrawn(team.id, event.id)) return refuse('team-gone')
    const fault = invitationFault(invitation, event.timeZone, now())
    if (fault && fault.code !== 'invitation-used') return fault
    if (members.length >= team.seats) return refuse('team-full', { team: team.name, seats: team.seats })
    return fault
  }
}

export type InvitationPreview = Exclude<Awaited<ReturnType<typeof invitationPreview>>, Refusal>

async function captainName(
  members: readonly { personId: string; role: string }[],
  eventId: string,
): Promise<string | null> {
  const captain = members.find(({ role }) => role === 'captain')
  if (!captain) return null
  const agreed = (await consentsOf(captain.personId, eventId))['publish-name'] === true
  if (!agreed) return null
  const [person] = await (await db())
    .select({ givenName: persons.givenName })
    .from(persons)
    .where(and(eq(persons.id, captain.personId), not(waitsForGuardian(eventId))))
  return person?.givenName || null
}

/** The events one is registered for or sits in a team of, the next to begin first, each where it stands. */
export async function ownEvents(actor: Actor) {
  const ids = new Set([...actor.registrations, ...actor.memberships.map(({ event }) => event)])
  const found = await Promise.all([...ids].map((id) => findEventById(id)))
  return found
    .filter((event) => event !== null)
    .sort((a, b) => b.event.startsAt.getTime() - a.event.startsAt.getTime())
}

/**
 * The teams of an event with their members by seat, what each has handed in, and who withdrew: the organizer's list.
 * A guest was promoted from a final below, whose organizer goes on looking after it.
 */
export async function rostersOf(actor: Actor, eventId: string) {
  const found = await findEventById(eventId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'edit-event', { event: found.facts }, now())
  if (no) return no
  const database = await db()
  const rows = await database
    .select({
      id: teams.id,
      entry: entries.id,
      slug: teams.slug,
      name: teams.name,
      seats: teams.seats,
      institution: organizations.name,
      title: entries.title,
      challenge: challenges.code,
      withdrawnAt: entries.withdrawnAt,
      guest: sql<boolean>`${teams.eventId} <> ${eventId}`,
      submitted: sql<number>`(select count(*)::int from ${submissions} where ${submissions.entryId} = ${entries.id})`,
    })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(organizations, eq(organizations.id, teams.institutionId))
    .leftJoin(challenges, eq(challenges.id, entries.challengeId))
    .where(and(eq(entries.eventId, eventId), isNull(teams.deletedAt)))
    .orderBy(asc(teams.nameKey))
  const members = await database
    .select({
      teamId: teamMembers.teamId,
      id: persons.id,
      givenName: persons.givenName,
      familyName: persons.familyName,
      role: teamMembers.role,
      provisional: teamMembers.provisional,
      seat: teamMembers.seat,
    })
    .from(teamMembers)
    .innerJoin(persons, eq(persons.id, teamMembers.personId))
    .innerJoin(entries, and(eq(entries.teamId, teamMembers.teamId), eq(entries.eventId, eventId)))
    .where(isNull(teamMembers.leftAt))
    .orderBy(asc(teamMembers.seat))
  return rows.map((team) => ({ ...team, members: members.filter(({ teamId }) => teamId === team.id) }))
}
