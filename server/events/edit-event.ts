import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { events, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { datesInOrder } from '@/domain/events/dates-in-order'
import { isLegible } from '@/domain/legible'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { refuseLocked } from '../editions/refuse-locked'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { admitWaiting } from '../registration/admit-waiting'
import { editableEvent } from './editable-event'
import type { EditionRow } from './find-event'

/** What an organizer may set; null says that there is none. Times are instants. */
export interface EventSettings {
  readonly event: string
  readonly name: string
  readonly venue: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly registrationOpensAt: Date | null
  readonly registrationClosesAt: Date | null
  readonly rosterLocksAt: Date | null
  readonly submissionsDueAt: Date | null
  readonly scoringClosesAt: Date | null
  readonly teamMin: number
  readonly teamMax: number
  readonly capacity: number | null
}

/**
 * Sets an event's name, venue, times and team sizes. Refused `event-unnamed`, `dates-order` (an end before its
 * beginning), `team-size-locked` (wider than the edition allows), `rule-locked` (other sizes while the edition locks
 * them), `team-size-order`, `teams-larger` (a team has more members already), `capacity-range`.
 */
export async function editEvent(actor: Actor, input: EventSettings): Promise<{ event: string } | Refusal> {
  const found = await editableEvent(actor, input.event)
  if (isRefusal(found)) return found
  const { event: id, ...settings } = input
  const wrong = faultOf(input, found.edition)
  if (wrong) return wrong
  return transaction(async (tx) => {
    const [before] = await tx.select().from(events).where(eq(events.id, id)).for('update')
    if (!before) return refuse('not-found')
    const resized = (['teamMin', 'teamMax'] as const).find((size) => settings[size] !== before[size])
    const locked = resized && (await refuseLocked(before, 'team-size', resized))
    if (locked) return locked
    if (settings.teamMax !== before.teamMax) {
      const larger = await resizeTeams(id, settings.teamMax)
      if (larger) return larger
    }
    await tx
      .update(events)
      .set({ ...settings, name: settings.name.normalize('NFC').trim() })
      .where(eq(events.id, id))
    // What an organization is a part of is asked on the event's day.
    if (settings.startsAt.getTime() !== before.startsAt.getTime()) await refreshConflicts(id, actor)
    const admitted = await admitWaiting(id)
    const details = admitted.length > 0 ? { admitted } : {}
    await record({ actor, action: 'edit-event', object: { kind: 'event', id }, event: id, details })
    return { event: id }
  })
}

function faultOf(input: EventSettings, edition: EditionRow): Refusal | null {
  const { teamMin, teamMax, capacity, name } = input
  if (!isLegible(name)) return refuse('event-unnamed', { field: 'name' })
  const disorder = datesInOrder(input)
  if (disorder) return disorder
  if (teamMin > teamMax) return refuse('team-size-order', { field: 'teamMin' })
  if (teamMin < edition.teamMin || teamMax > edition.teamMax) {
    const field = teamMin < edition.teamMin ? 'teamMin' : 'teamMax'
    return refuse('team-size-locked', { field, min: edition.teamMin, max: edition.teamMax })
  }
  if (capacity !== null && (capacity < 1 || capacity > 100_000))
    return refuse('capacity-range', { field: 'capacity' })
  return null
}

/** Gives every team of the event the new limit, unless one has more members than that. */
async function resizeTeams(eventId: string, seats: number): Promise<Refusal | null> {
  return transaction(async (tx) => {
    await tx.select({ id: teams.id }).from(teams).where(eq(teams.eventId, eventId)).for('update')
    const members = await tx
      .select({ id: teamMembers.id, team: teams.id, name: teams.name, seat: teamMembers.seat })
      .from(teamMembers)
      .innerJoin(teams, eq(teams.id, teamMembers.teamId))
      .where(and(eq(teamMembers.eventId, eventId), isNull(teamMembers.leftAt)))
    const ids = [...new Set(members.map(({ team }) => team))]
    const rosters = ids.map((id) => members.filter(({ team }) => team === id))
    for (const present of rosters) {
      const [first] = present
      if (first && present.length > seats)
        return refuse('teams-larger', { field: 'teamMax', team: first.name, size: present.length })
    }
    for (const present of rosters) {
      const taken = new Set(present.map(({ seat }) => seat))
      const free = Array.from({ length: seats }, (_, index) => index + 1).filter((seat) => !taken.has(seat))
      for (const { id, seat } of present) {
        // Someone left, and the one who sits on a number that is to go moves down to the free one.
        if (seat > seats)
          await tx.update(teamMembers).set({ seat: free.shift() }).where(eq(teamMembers.id, id))
      }
    }
    await tx.update(teams).set({ seats }).where(eq(teams.eventId, eventId))
    return null
  })
}
