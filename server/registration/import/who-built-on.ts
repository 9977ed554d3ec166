import 'server-only'
import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import {
  assignments,
  boardCards,
  checkIns,
  checkInTaps,
  entries,
  guardianConsents,
  type importLines,
  personEmails,
  persons,
  registrations,
  submissions,
  teams,
} from '@/db/schema'

export type ImportedLine = typeof importLines.$inferSelect

/** In one parameter, however many there are. */
export const among = (column: PgColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${sql.param(ids)}::uuid[])`

/** The registrations these lines made. */
export const createdBy = (lines: readonly ImportedLine[]) =>
  lines.flatMap(({ registrationCreated, registrationId }) =>
    registrationCreated && registrationId ? [registrationId] : [],
  )

/** The teams these lines made. */
export const teamsMadeBy = (lines: readonly ImportedLine[]) => [
  ...new Set(lines.flatMap(({ teamCreated, teamId }) => (teamCreated && teamId ? [teamId] : []))),
]

/** Every table a registration is held in for something its person, or a helper at the door, has done. */
const DEEDS = [guardianConsents, boardCards, checkIns, checkInTaps] as const

/**
 * Who went on from an import since, by name: people who have confirmed, signed in for the first time, named a guardian, put
 * themselves on the board or come through the door, and teams that have handed in or been given to jurors.
 */
export async function whoBuiltOn(lines: readonly ImportedLine[]): Promise<string[]> {
  const newcomers = lines.flatMap(({ personCreated, registrationId }) =>
    personCreated && registrationId ? [registrationId] : [],
  )
  const hasSignedIn = sql`exists (select from ${personEmails}
    where ${personEmails.personId} = ${persons.id} and ${personEmails.confirmedAt} is not null)`
  const people = await (await db())
    .select({ givenName: persons.givenName, familyName: persons.familyName })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(
      and(
        among(registrations.id, createdBy(lines)),
        or(
          sql`${registrations.confirmedAt} is not null`,
          and(among(registrations.id, newcomers), hasSignedIn),
          ...DEEDS.map(
            (deed) => sql`exists (select from ${deed} where ${deed.registrationId} = ${registrations.id})`,
          ),
        ),
      ),
    )
  return [
    ...people.map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim()),
    ...(await teamsAtWork(lines)),
  ]
}

async function teamsAtWork(lines: readonly ImportedLine[]): Promise<string[]> {
  const worked = await (await db())
    .selectDistinct({ id: entries.id, name: teams.name })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .leftJoin(submissions, eq(submissions.entryId, entries.id))
    .leftJoin(assignments, eq(assignments.entryId, entries.id))
    .where(
      and(
        among(entries.teamId, teamsMadeBy(lines)),
        sql`(${submissions.id} is not null or ${assignments.jurorId} is not null)`,
      ),
    )
  return worked.map(({ name }) => name)
}
