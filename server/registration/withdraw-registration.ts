import 'server-only'
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { events, registrations, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

/**
 * Withdraws one's own registration; the first on the waiting list takes the place that becomes free.
 * Refused `leave-team-first` while one sits in a team.
 */
export async function withdrawRegistration(
  actor: Actor,
  { event: eventId }: { event: string },
): Promise<{ registration: string; admitted: string | null } | Refusal> {
  const { personId } = actor
  const found = await findEventById(eventId)
  if (personId === null) return refuse('sign-in')
  if (!found) return refuse('not-found')
  const no = can(actor, 'withdraw-registration', { event: found.facts, person: personId }, now())
  if (no) return no
  return transaction(async (tx) => {
    await tx.select({ id: events.id }).from(events).where(eq(events.id, eventId)).for('no key update')
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
    const admitted = before.state === 'registered' ? await admitNext(eventId) : null
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

/** Gives a free place to the first on the waiting list, in the caller's transaction, and says to which registration. */
async function admitNext(eventId: string): Promise<string | null> {
  const tx = await db()
  const [next] = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, 'waitlisted')))
    .orderBy(asc(registrations.registeredAt), asc(registrations.id))
    .limit(1)
    .for('update')
  if (!next) return null
  await tx.update(registrations).set({ state: 'registered' }).where(eq(registrations.id, next.id))
  return next.id
}
