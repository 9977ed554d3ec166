import 'server-only'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { events, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { teamKey } from '@/domain/registration/import/team-key'
import { readTeamName } from '@/domain/teams/team-name'
import { record } from '../audit'
import { now } from '../clock'
import { findTeam } from './find-team'

/** Gives a team another name; its address stays, so that links go on working. Refused `team-name-taken`. */
export async function renameTeam(
  actor: Actor,
  input: { team: string; name: string },
): Promise<{ team: string; name: string } | Refusal> {
  const found = await findTeam(input.team)
  if (!found) return refuse('not-found')
  const { event, facts, team } = found
  const no = can(actor, 'edit-project', { event: facts, team: team.id }, now())
  if (no) return no
  const name = readTeamName(input.name)
  if (isRefusal(name)) return name
  return transaction(async (tx) => {
    const nameKey = teamKey(name)
    await tx.select({ id: events.id }).from(events).where(eq(events.id, event.id)).for('no key update')
    const [other] = await tx
      .select({ name: teams.name })
      .from(teams)
      .where(
        and(
          eq(teams.eventId, event.id),
          eq(teams.nameKey, nameKey),
          ne(teams.id, team.id),
          isNull(teams.deletedAt),
        ),
      )
    if (other) return refuse('team-name-taken', { field: 'name', name: other.name })
    await tx.update(teams).set({ name, nameKey }).where(eq(teams.id, team.id))
    await record({ actor, action: 'rename-team', object: { kind: 'team', id: team.id }, event: event.id })
    return { team: team.id, name }
  })
}
