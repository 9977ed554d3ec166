import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { joinRequests, jurors, registrations, teamMembers } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { freeSeat } from '@/domain/teams/seats'
import { allOrNothing } from '../all-or-nothing'
import { record } from '../audit'
import { now } from '../clock'
import { baseUrl } from '../env'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { enqueueMail } from '../mail'
import { addressesOf } from '../people/queries'
import { findRequest } from './find-request'
import { type FoundTeam, hasWithdrawn, holdPerson, holdTeam, seated, teamOf } from './find-team'
import { stopLooking } from './stop-looking'

/**
 * Says yes or no to somebody who asked to join, as the team's captain; a yes seats them. They hear of it by mail.
 * Refused `request-answered` (or taken back), `asker-elsewhere`, `asker-gone`, `team-full`, `team-gone`. Of two answers
 * given at once the first holds.
 */
export async function answerJoinRequest(
  actor: Actor,
  input: { request: string; accept: boolean },
): Promise<{ request: string; accepted: boolean } | Refusal> {
  const found = await findRequest(input.request)
  if (!found) return refuse('not-found')
  const { event, facts, request } = found
  const no = can(actor, 'answer-join-request', { event: facts, team: found.team.id }, now())
  if (no) return no
  return allOrNothing(async () => {
    const tx = await db()
    await holdPerson(request.personId)
    const team = await holdTeam(found.team.id)
    if (!team || (await hasWithdrawn(team.id, event.id))) return refuse('team-gone')
    const answered = await tx
      .update(joinRequests)
      .set({ accepted: input.accept, answeredAt: now(), answeredBy: actor.personId })
      .where(and(eq(joinRequests.id, request.id), isNull(joinRequests.answeredAt)))
      .returning({ id: joinRequests.id })
    if (answered.length === 0) return refuse('request-answered')
    // Refused, the question stays open: the captain may free a seat and say yes then.
    const refused = input.accept ? await seat(found, request.personId) : null
    if (refused) return refused
    if (input.accept) await refreshConflicts(event.id, actor)
    await tellAsker(request.id, request.personId, input.accept, found)
    await record({
      actor,
      action: 'answer-join-request',
      object: { kind: 'join-request', id: request.id },
      event: event.id,
      details: { team: team.id, accepted: input.accept },
    })
    return { request: request.id, accepted: input.accept }
  })
}

async function seat({ team, event }: FoundTeam, personId: string): Promise<Refusal | null> {
  const tx = await db()
  if (await teamOf(personId, event.id)) return refuse('asker-elsewhere')
  const [registration] = await tx
    .select({ state: registrations.state })
    .from(registrations)
    .where(and(eq(registrations.personId, personId), eq(registrations.eventId, event.id)))
  const judges = and(eq(jurors.personId, personId), eq(jurors.eventId, event.id), isNull(jurors.unseatedAt))
  const [juror] = await tx.select({ id: jurors.id }).from(jurors).where(judges)
  if (registration?.state !== 'registered' || juror) return refuse('asker-gone')
  const members = await seated(team.id)
  const free = freeSeat(
    team.seats,
    members.map((member) => member.seat),
  )
  if (free === null) return refuse('team-full', { team: team.name, seats: team.seats })
  await tx.insert(teamMembers).values({
    ...{ teamId: team.id, eventId: event.id, personId, seats: team.seats, seat: free, joinedAt: now() },
  })
  await stopLooking(personId, event.id)
  return null
}

async function tellAsker(
  request: string,
  personId: string,
  accepted: boolean,
  { team, event, edition }: FoundTeam,
): Promise<void> {
  const [to] = await addressesOf(personId)
  if (!to) return
  await enqueueMail({
    to,
    template: accepted ? 'join-accepted' : 'join-declined',
    event: event.id,
    values: {
      ...{ team: team.name, event: event.name },
      link: `${baseUrl()}/me?event=${edition.slug}/${event.slug}`,
    },
    dedupeKey: `join-answered ${request}`,
  })
}
