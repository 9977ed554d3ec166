import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { teamMembers } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { freeSeat } from '@/domain/teams/seats'
import { mayGoBack } from '@/domain/teams/way-back'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { findTeam, hasWithdrawn, holdPerson, holdTeam, type MemberRow, seated } from './find-team'
import { vacate } from './leave-team'
import { sit } from './sit'

/**
 * Goes back to the team one left by oneself in the last 24 hours, once, on any free seat of it. Who led it before comes
 * back as a member, unless nobody leads it. Refused `no-way-back`, `team-gone`, `team-full`, `captain-leaves` when one
 * leads the other team by now, `closed-roster`.
 */
export async function returnToTeam(
  actor: Actor,
  { event }: { event: string },
): Promise<{ team: string; seat: number } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'join-team', { event: found.facts }, now())
  if (no) return no.code === 'too-late' ? refuse('closed-roster', { ...no.values }) : no
  return transaction(async () => {
    await holdPerson(personId)
    const own = await ownMove(personId, event)
    if (!own) return refuse('no-way-back')
    const { cameFromId, teamId } = own
    // Held in one order, as whoever changes teams does.
    for (const id of [cameFromId, teamId].sort()) await holdTeam(id)
    const team = await holdTeam(cameFromId)
    if (!team || (await hasWithdrawn(team.id, event))) return refuse('team-gone')
    const members = await seated(team.id)
    const seat = freeSeat(
      team.seats,
      members.map((member) => member.seat),
    )
    if (seat === null) return refuse('team-full', { team: team.name, seats: team.seats })
    const left = await vacate(actor, personId, teamId)
    if (left) return left
    await sit(team, members, { personId, seat, cameFrom: null })
    await refreshConflicts(event, actor)
    const object = { kind: 'team', id: team.id }
    await record({ actor, action: 'return-to-team', object, event, details: { seat, left: teamId } })
    return { team: team.id, seat }
  })
}

/** The seat one took for another, by oneself, in the last 24 hours; null when it was otherwise. */
async function ownMove(
  personId: string,
  eventId: string,
): Promise<(MemberRow & { cameFromId: string }) | null> {
  const [own] = await (await db())
    .select()
    .from(teamMembers)
    .where(
      and(eq(teamMembers.personId, personId), eq(teamMembers.eventId, eventId), isNull(teamMembers.leftAt)),
    )
  return own?.cameFromId && mayGoBack(own.joinedAt, now()) ? { ...own, cameFromId: own.cameFromId } : null
}

/** The move one may take back at an event, with whether a seat is still free there; null when there is none. */
export async function wayBack(actor: Actor, eventId: string) {
  const { personId } = actor
  const found = await findEventById(eventId)
  if (personId === null || !found || can(actor, 'join-team', { event: found.facts }, now())) return null
  const own = await ownMove(personId, eventId)
  if (!own) return null
  const [from, into] = [await findTeam(own.cameFromId), await findTeam(own.teamId)]
  if (!from || !into || (await hasWithdrawn(own.cameFromId, eventId))) return null
  const full = (await seated(own.cameFromId)).length >= from.team.seats
  return { from: from.team.name, into: into.team.name, at: own.joinedAt, full }
}
