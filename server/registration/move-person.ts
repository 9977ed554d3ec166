import 'server-only'
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { registrations, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById, isUuid } from '../events/find-event'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { stopLooking } from '../teams/stop-looking'
import { needReason } from './need-reason'

export interface Move {
  readonly event: string
  readonly person: string
  /** Null: to no team. */
  readonly team: string | null
  /** Needed once registration is closed; kept in the audit. */
  readonly reason?: string
}

/**
 * Moves a registered person to another team of the event, or to none, as its organizer. Who leaves as captain leaves
 * the captaincy to the one who has sat there longest, provisionally; who comes to an empty team is its captain. Refused
 * `not-registered`, `still-waiting`, `moved-here-already`, `team-has-no-seat`, `reason-missing`.
 */
export async function movePerson(actor: Actor, input: Move): Promise<{ team: string | null } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'register-others', { event: found.facts }, now()) ?? needReason(found, input.reason)
  if (no) return no
  const { person, team, event } = input
  if (!isUuid(person) || (team !== null && !isUuid(team))) return refuse('not-found')
  return transaction(async (tx) => {
    const [registered] = await tx
      .select({ id: registrations.id, state: registrations.state })
      .from(registrations)
      .where(
        and(
          eq(registrations.personId, person),
          eq(registrations.eventId, event),
          ne(registrations.state, 'withdrawn'),
        ),
      )
      .for('update')
    if (!registered) return refuse('not-registered', { field: 'person' })
    if (registered.state === 'waitlisted' && team !== null)
      return refuse('still-waiting', { field: 'person' })
    const no = await seatOf(event, person).then((seat) => change(event, person, seat, team))
    if (no) return no
    if (team !== null) await stopLooking(person, event)
    await refreshConflicts(event, actor)
    await record({
      actor,
      action: 'move-person',
      object: { kind: 'person', id: person },
      event,
      details: { team, ...(input.reason?.trim() && { reason: input.reason.trim() }) },
    })
    return { team }
  })
}

type Sitting = typeof teamMembers.$inferSelect

async function seatOf(event: string, person: string): Promise<Sitting | undefined> {
  const mine = and(
    eq(teamMembers.eventId, event),
    eq(teamMembers.personId, person),
    isNull(teamMembers.leftAt),
  )
  const [seat] = await (await db()).select().from(teamMembers).where(mine)
  return seat
}

async function change(event: string, person: string, from: Sitting | undefined, to: string | null) {
  const database = await db()
  if ((from?.teamId ?? null) === to) return refuse('moved-here-already', { field: 'team' })
  const target = to === null ? null : await lockTeam(event, to)
  if (to !== null && !target) return refuse('not-found')
  const sitting = target ? await membersOf(target.id) : []
  if (target && sitting.length >= target.seats)
    return refuse('team-has-no-seat', { field: 'team', team: target.name, seats: target.seats })
  if (from) await leave(from)
  if (!target) return null
  const taken = new Set(sitting.map(({ seat }) => seat))
  const seat = Array.from({ length: target.seats }, (_, index) => index + 1).find((one) => !taken.has(one))
  const alone = sitting.length === 0
  await database.insert(teamMembers).values({
    teamId: target.id,
    eventId: event,
    personId: person,
    role: alone ? 'captain' : 'member',
    provisional: alone,
    seat: seat ?? 1,
    seats: target.seats,
    joinedAt: now(),
  })
  return null
}

async function lockTeam(event: string, id: string) {
  const [team] = await (await db())
    .select()
    .from(teams)
    .where(and(eq(teams.id, id), eq(teams.eventId, event), isNull(teams.deletedAt)))
    .for('update')
  return team
}

async function membersOf(team: string): Promise<Sitting[]> {
  return (await db())
    .select()
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, team), isNull(teamMembers.leftAt)))
    .orderBy(asc(teamMembers.joinedAt), asc(teamMembers.seat))
}

async function leave({ id, teamId, role }: Sitting): Promise<void> {
  const database = await db()
  await database.update(teamMembers).set({ leftAt: now(), role: 'member' }).where(eq(teamMembers.id, id))
  const [next] = role === 'captain' ? await membersOf(teamId) : []
  if (next) {
    await database
      .update(teamMembers)
      .set({ role: 'captain', provisional: true })
      .where(eq(teamMembers.id, next.id))
  }
}
