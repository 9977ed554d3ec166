import 'server-only'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { registrations, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { stopLooking } from '../teams/stop-looking'
import { admitWaiting, holdPlaces } from './admit-waiting'

/**
 * Withdraws one's own registration; the first on the waiting list takes the place that becomes free.
 * Refused `leave-team-first` while one sits in a team.
 */
export async function withdrawRegistration(
  actor: Actor,
  { event: eventId }: { event: string },
): Promise<{ registration: string; admitted: readonly string[] } | Refusal> {
  const { personId } = actor
  const found = await findEventById(eventId)
  if (personId === null) return refuse('sign-in')
  if (!found) return refuse('not-found')
  const no = can(actor, 'withdraw-registration', { event: found.facts, person: personId }, now())
  if (no) return no
  return transaction(async (tx) => {
    await holdPlaces(eventId)
    const [seat] = await tx
      .select({ team: teams.name })
      .from(teamMembers)
      .innerJoin(teams, eq(teams.id, teamMembers.teamId))
      .where(
        and(eq(teamMembers.personId, personId), eq(teamMembers.eventId, eventId), isNull(teamMembers.leftAt)),
      )
    if (seat) return refuse('leave-team-first', { team: seat.team })
    const [before] = await tx
      .select()
      .from(registrations)
      .where(
        and(
          eq(registrations.personId, personId),
          eq(registrations.eventId, eventId),
          ne(registrations.state, 'withdrawn'),
        ),
      )
      .for('update')
    if (!before) return refuse('not-found')
    await tx
      .update(registrations)
      .set({ state: 'withdrawn', withdrawnAt: now() })
      .where(eq(registrations.id, before.id))
    await stopLooking(personId, eventId)
    const admitted = await admitWaiting(eventId)
    await record({
      actor,
      action: 'withdraw-registration',
      object: { kind: 'registration', id: before.id },
      event: eventId,
      details: { admitted },
    })
    return { registration: before.id, admitted }
  })
}
