import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { entries, events, registrations, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { teamKey } from '@/domain/registration/import/team-key'
import { readTeamName } from '@/domain/teams/team-name'
import { teamSlug } from '@/domain/teams/team-slug'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { holdPerson, teamOf } from './find-team'
import { stopLooking } from './stop-looking'

export interface CreatedTeam {
  readonly team: string
  readonly entry: string
  readonly slug: string
}

/**
 * Makes a team with its entry in the event. Who is registered becomes its captain and it represents their institution;
 * an organizer who is not makes an empty one. Refused `team-name-taken` (names are compared by their key),
 * `already-in-team`, `waitlisted`, `register-first`.
 */
export async function createTeam(
  actor: Actor,
  input: { event: string; name: string },
): Promise<CreatedTeam | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const { event, facts } = found
  const no = can(actor, 'create-team', { event: facts }, now())
  if (no) return no.code === 'not-found' && actor.personId ? refuse('register-first') : no
  const name = readTeamName(input.name)
  if (isRefusal(name)) return name
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  return transaction(async (tx) => {
    await holdPerson(personId)
    const [registration] = await tx
      .select()
      .from(registrations)
      .where(and(eq(registrations.personId, personId), eq(registrations.eventId, event.id)))
    const participant = registration && registration.state !== 'withdrawn' ? registration : null
    if (participant?.state === 'waitlisted') return refuse('waitlisted')
    const other = await teamOf(personId, event.id)
    if (other) return refuse('already-in-team', { team: other.name })
    // Names and addresses are given out one after the other.
    await tx.select({ id: events.id }).from(events).where(eq(events.id, event.id)).for('no key update')
    const nameKey = teamKey(name)
    const taken = await tx.select({ slug: teams.slug }).from(teams).where(eq(teams.eventId, event.id))
    const slug = teamSlug(name, new Set(taken.map((team) => team.slug)))
    const institutionId = participant?.institutionId ?? null
    const at = now()
    const row = { eventId: event.id, slug, name, nameKey, institutionId, seats: event.teamMax, createdAt: at }
    const [team] = await tx.insert(teams).values(row).onConflictDoNothing().returning()
    if (!team)
      return refuse('team-name-taken', { field: 'name', name: await nameOf(event.id, nameKey, name) })
    const [entry] = await tx
      .insert(entries)
      .values({ teamId: team.id, eventId: event.id, enteredAt: at })
      .returning({ id: entries.id })
    if (!entry) throw new Error('An entry was not written')
    if (participant) {
      await tx.insert(teamMembers).values({
        ...{ teamId: team.id, eventId: event.id, personId, seats: team.seats },
        ...{ role: 'captain', seat: 1, joinedAt: at },
      })
      await stopLooking(personId, event.id)
    }
    await refreshConflicts(event.id, actor)
    await record({
      actor,
      action: 'create-team',
      object: { kind: 'team', id: team.id },
      event: event.id,
      details: { entry: entry.id, captain: participant ? personId : null },
    })
    return { team: team.id, entry: entry.id, slug }
  })
}

/** The name as the team that has it writes it. */
async function nameOf(eventId: string, nameKey: string, typed: string): Promise<string> {
  const [holder] = await (await db())
    .select({ name: teams.name })
    .from(teams)
    .where(and(eq(teams.eventId, eventId), eq(teams.nameKey, nameKey), isNull(teams.deletedAt)))
  return holder?.name ?? typed
}
