import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { invitations, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { timely } from '@/domain/events/timetable'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { readInvitationCode } from '@/domain/teams/invitation-code'
import { invitationFault } from '@/domain/teams/invitation-fault'
import { freeSeat } from '@/domain/teams/seats'
import { record } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { tellMinor } from '../guardians/tell-minor'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { withinLimit } from '../rate-limit'
import { holdPlaces } from '../registration/admit-waiting'
import type { ConsentAnswers } from '../registration/record-consent'
import { takePlace } from '../registration/register-student'
import { type FoundTeam, findTeam, hasWithdrawn, holdPerson, holdTeam, seated, teamOf } from './find-team'
import { vacate } from './leave-team'
import { sit } from './sit'

export interface Joining {
  /** As typed or followed: the six characters, or the whole link. */
  readonly code: string
  /** The team to leave for it, by its id: “leave X and join Y” in one step. */
  readonly leave?: string
  /** For who is not registered yet. */
  readonly givenName?: string
  readonly familyName?: string
  readonly institution?: string | null
  readonly written?: string
  readonly consents?: ConsentAnswers
  /** Under age when the event begins: the guardian is asked for afterwards, and the seat is theirs meanwhile. */
  readonly minor?: boolean
}

export interface Joined {
  readonly team: string
  readonly name: string
  readonly event: string
  readonly seat: number
  /** They sat in this team before: joining twice is joining once. */
  readonly already: boolean
}

/** How often a person tries codes. */
export const CODE_TRIES = { times: 30, minutes: 10 }

/**
 * Takes a seat in a team with its invitation, and registers for the event whoever is not yet registered. Refused
 * `invitation-unknown`, `-revoked`, `-expired`, `-used`, `team-full`, `already-in-team`, `team-gone`, `waitlisted`,
 * `closed-roster`, `judges-here`, and what registering refuses. Under any number of simultaneous joins the team's
 * row puts them in order.
 */
export async function joinTeam(actor: Actor, input: Joining): Promise<Joined | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const { times, minutes } = CODE_TRIES
  if (!(await withinLimit(`join:${personId}`, { times, minutes }))) return refuse('slow-down', { minutes })
  const invitation = await invitationWith(input.code)
  const found = invitation && (await findTeam(invitation.teamId))
  if (!found) return refuse('invitation-unknown', { field: 'code' })
  const { event, facts } = found
  if (actor.seats.some((seat) => seat.event === event.id)) return refuse('judges-here')
  const joined = await transaction(async () => {
    await holdPerson(personId)
    const current = await teamOf(personId, event.id)
    if (current?.id === found.team.id) return seatHeld(found, personId)
    const registered = actor.registrations.includes(event.id)
    // Who is not registered yet registers in the same step, so that is what is asked, and the roster must be open.
    const no = registered
      ? can(actor, 'join-team', { event: facts }, now())
      : (can(actor, 'register-oneself', { event: facts }, now()) ??
        timely('before-roster-lock', facts, now()))
    if (no) return closedRoster(no)
    if (current && input.leave !== current.id) return refuse('already-in-team', { team: current.name })
    // Before the teams, in the order in which the event's settings are changed.
    if (!registered) await holdPlaces(event.id)
    return takeSeat(actor, personId, found, invitation.id, input)
  })
  // That nobody is named yet is what the page they come to asks about.
  if (!isRefusal(joined) && input.minor) await tellMinor(actor, { event: event.id })
  return joined
}

const closedRoster = (no: Refusal) =>
  no.code === 'too-late' && no.values?.activity === 'before-roster-lock'
    ? refuse('closed-roster', { ...no.values })
    : no

/** The invitation somebody typed or followed; null when there is none. */
async function invitationWith(typed: string) {
  const code = readInvitationCode(typed)
  if (!code) return null
  const [known] = await (await db()).select().from(invitations).where(eq(invitations.code, code))
  return known ?? null
}

async function takeSeat(
  actor: Actor,
  personId: string,
  found: FoundTeam,
  invitationId: string,
  input: Joining,
): Promise<Joined | Refusal> {
  const tx = await db()
  const { event } = found
  // Held in one order, so that two who change places do not wait for each other.
  for (const id of [found.team.id, input.leave ?? ''].filter(isUuid).sort()) await holdTeam(id)
  const team = await holdTeam(found.team.id)
  if (!team || (await hasWithdrawn(team.id, event.id))) return refuse('team-gone')
  const members = await seated(team.id)
  const [invitation] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.id, invitationId))
    .for('update')
  const fault = invitation && invitationFault(invitation, event.timeZone, now())
  const seat = freeSeat(
    team.seats,
    members.map((member) => member.seat),
  )
  if (fault && fault.code !== 'invitation-used') return fault
  if (seat === null) return refuse('team-full', { team: team.name, seats: team.seats })
  if (fault) return fault
  const place = await placeOf(actor, personId, found, input)
  if (isRefusal(place)) return place
  const left = input.leave ? await vacate(actor, personId, input.leave) : null
  if (isRefusal(left)) return left
  await sit(team, members, { personId, seat, cameFrom: input.leave ?? null })
  await tx
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1` })
    .where(eq(invitations.id, invitationId))
  await refreshConflicts(team.eventId, actor)
  await record({
    actor,
    action: 'join-team',
    object: { kind: 'team', id: team.id },
    event: event.id,
    details: { seat, invitation: invitationId, left: input.leave ?? null },
  })
  return { team: team.id, name: team.name, event: event.id, seat, already: false }
}

/** Whether the person holds a place at the event; who is not registered takes one now. */
async function placeOf(
  actor: Actor,
  personId: string,
  found: FoundTeam,
  input: Joining,
): Promise<Refusal | null> {
  const [registration] = await (await db())
    .select({ state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.personId, personId), eq(registrations.eventId, found.event.id)))
  if (registration?.state === 'registered') return null
  if (registration?.state === 'waitlisted') return refuse('waitlisted')
  const no = can(actor, 'register-oneself', { event: found.facts }, now())
  if (no) return no
  const taken = await takePlace(actor, found, { ...input, event: found.event.id })
  if (isRefusal(taken)) return taken
  return taken.state === 'waitlisted' ? refuse('waitlisted') : null
}

async function seatHeld({ team, event }: FoundTeam, personId: string): Promise<Joined> {
  const own = (await seated(team.id)).find((member) => member.personId === personId)
  return { team: team.id, name: team.name, event: event.id, seat: own?.seat ?? 0, already: true }
}
