import 'server-only'
import { and, asc, eq, exists, isNotNull, isNull, not, notExists, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  entries,
  jurors,
  personEmails,
  persons,
  registrations,
  submissions,
  teamMembers,
  teams,
  unsubscribes,
} from '@/db/schema'
import type { Segment } from '@/domain/messages/segments'

export interface Recipient {
  readonly person: string
  readonly email: string
  readonly name: string
  readonly team: string
}

/** Who a message to that part of an event's people reaches: with an address, and not unsubscribed from the event. */
export async function recipientsOf(event: string, segment: Segment): Promise<Recipient[]> {
  const database = await db()
  const left = database
    .select({ one: sql`1` })
    .from(unsubscribes)
    .where(and(eq(unsubscribes.personId, persons.id), eq(unsubscribes.eventId, event)))
  const columns = { person: persons.id, email: personEmails.email, name: persons.givenName }
  const reached = and(eq(personEmails.isPrimary, true), notExists(left))
  if (segment === 'jurors') {
    const rows = await database
      .select(columns)
      .from(jurors)
      .innerJoin(persons, eq(persons.id, jurors.personId))
      .innerJoin(personEmails, eq(personEmails.personId, persons.id))
      .where(and(eq(jurors.eventId, event), isNull(jurors.unseatedAt), reached))
      .orderBy(asc(jurors.position))
    return rows.map((row) => ({ ...row, team: '' }))
  }
  const handedIn = database
    .select({ one: sql`1` })
    .from(submissions)
    .innerJoin(entries, eq(entries.id, submissions.entryId))
    .where(and(eq(entries.teamId, teams.id), eq(entries.eventId, event)))
  const captain = eq(teamMembers.role, 'captain')
  const part = {
    participants: eq(registrations.state, 'registered'),
    unconfirmed: and(eq(registrations.state, 'registered'), isNull(registrations.confirmedAt)),
    'without-team': and(eq(registrations.state, 'registered'), isNull(teamMembers.id)),
    captains: captain,
    'captains-without-submission': and(captain, isNotNull(teams.id), not(exists(handedIn))),
    waitlisted: eq(registrations.state, 'waitlisted'),
  }[segment]
  const rows = await database
    .select({ ...columns, team: teams.name })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .innerJoin(personEmails, eq(personEmails.personId, persons.id))
    .leftJoin(
      teamMembers,
      and(eq(teamMembers.personId, persons.id), eq(teamMembers.eventId, event), isNull(teamMembers.leftAt)),
    )
    .leftJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(and(eq(registrations.eventId, event), part, reached))
    .orderBy(asc(persons.givenName), asc(persons.id))
  return rows.map((row) => ({ ...row, team: row.team ?? '' }))
}
