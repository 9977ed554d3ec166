import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { organizations, registrations, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { findTeam, holdTeam } from './find-team'

/** The institutions a team's members come from, each with how many do: what it can represent. */
export async function institutionsIn(
  teamId: string,
): Promise<{ id: string; name: string; members: number }[]> {
  const rows = await (await db())
    .select({ id: organizations.id, name: organizations.name })
    .from(teamMembers)
    .innerJoin(
      registrations,
      and(eq(registrations.personId, teamMembers.personId), eq(registrations.eventId, teamMembers.eventId)),
    )
    .innerJoin(organizations, eq(organizations.id, registrations.institutionId))
    .where(and(eq(teamMembers.teamId, teamId), isNull(teamMembers.leftAt)))
    .orderBy(asc(organizations.name))
  const counts = new Map<string, { id: string; name: string; members: number }>()
  for (const { id, name } of rows) {
    counts.set(id, { id, name, members: (counts.get(id)?.members ?? 0) + 1 })
  }
  return [...counts.values()]
}

/**
 * Says which institution a team of several represents. Refused `institution-not-members`: it is one of those its
 * members come from.
 */
export async function representInstitution(
  actor: Actor,
  input: { team: string; institution: string },
): Promise<{ team: string; institution: string } | Refusal> {
  const found = await findTeam(input.team)
  if (!found) return refuse('not-found')
  const { event, facts } = found
  const no = can(actor, 'edit-project', { event: facts, team: input.team }, now())
  if (no) return no
  return transaction(async (tx) => {
    const team = await holdTeam(input.team)
    if (!team) return refuse('not-found')
    const choices = await institutionsIn(team.id)
    if (!choices.some(({ id }) => id === input.institution))
      return refuse('institution-not-members', { field: 'institution' })
    if (team.institutionId !== input.institution) {
      await tx.update(teams).set({ institutionId: input.institution }).where(eq(teams.id, team.id))
      await refreshConflicts(event.id, actor)
      await record({
        actor,
        action: 'represent-institution',
        object: { kind: 'team', id: team.id },
        event: event.id,
        details: { from: team.institutionId, to: input.institution },
      })
    }
    return input
  })
}
