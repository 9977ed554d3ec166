import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, teamMembers, teams } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { actorOf } from '@/server/session'

/** A team of the story: where to act on it, and who acts for it. */
export interface Fielded {
  readonly team: string
  readonly entry: string
  readonly name: string
  readonly captain: SignedIn
  readonly members: readonly string[]
}

/** The teams of an event with their captains and members, by name. */
export async function fieldOf(eventId: string): Promise<Fielded[]> {
  const rows = await (await db())
    .select({
      team: teams.id,
      name: teams.name,
      entry: entries.id,
      person: teamMembers.personId,
      role: teamMembers.role,
      seat: teamMembers.seat,
    })
    .from(teams)
    .innerJoin(entries, and(eq(entries.teamId, teams.id), eq(entries.eventId, eventId)))
    .innerJoin(teamMembers, and(eq(teamMembers.teamId, teams.id), isNull(teamMembers.leftAt)))
    .orderBy(teams.name, teamMembers.seat)
  const fielded: Fielded[] = []
  for (const { team, name, entry, person, role } of rows) {
    if (role !== 'captain') continue
    const members = rows.filter((row) => row.team === team).map((row) => row.person)
    fielded.push({ team, name, entry, captain: await actorOf(person), members })
  }
  return fielded
}
