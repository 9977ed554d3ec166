import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, persons, teamMembers, teams } from '@/db/schema'
import { type FoundEvent, findEventById, isUuid } from '../events/find-event'

export type TeamRow = typeof teams.$inferSelect
export type MemberRow = typeof teamMembers.$inferSelect

/** A team where it hangs: its row and the event it entered first. */
export interface FoundTeam extends FoundEvent {
  readonly team: TeamRow
}

/** The team with this id, or null; also for a deleted one. What may be done with it is for the use case to ask. */
export async function findTeam(id: string): Promise<FoundTeam | null> {
  if (!isUuid(id)) return null
  const [team] = await (await db())
    .select()
    .from(teams)
    .where(and(eq(teams.id, id), isNull(teams.deletedAt)))
  const found = team && (await findEventById(team.eventId))
  return found ? { ...found, team } : null
}

/** Holds the team's row for this transaction, so that changes to its seats come one after the other. Null when gone. */
export async function holdTeam(id: string): Promise<TeamRow | null> {
  const [team] = await (await db())
    .select()
    .from(teams)
    .where(and(eq(teams.id, id), isNull(teams.deletedAt)))
    .for('update')
  return team ?? null
}

/** Holds the person's row, so that whoever joins five teams at once joins them one after the other. */
export async function holdPerson(id: string): Promise<void> {
  await (await db()).select({ id: persons.id }).from(persons).where(eq(persons.id, id)).for('no key update')
}

/** Who sits in a team now, by seat. */
export async function seated(teamId: string): Promise<MemberRow[]> {
  return (await db())
    .select()
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), isNull(teamMembers.leftAt)))
    .orderBy(asc(teamMembers.seat))
}

/** The team a person sits in at an event, or null. */
export async function teamOf(
  personId: string,
  eventId: string,
): Promise<{ id: string; name: string } | null> {
  const [found] = await (await db())
    .select({ id: teams.id, name: teams.name })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .where(
      and(eq(teamMembers.personId, personId), eq(teamMembers.eventId, eventId), isNull(teamMembers.leftAt)),
    )
  return found ?? null
}

/** Whether the team has withdrawn from the event it entered first. */
export async function hasWithdrawn(teamId: string, eventId: string): Promise<boolean> {
  const [entry] = await (await db())
    .select({ withdrawnAt: entries.withdrawnAt })
    .from(entries)
    .where(and(eq(entries.teamId, teamId), eq(entries.eventId, eventId)))
  return entry?.withdrawnAt != null
}
