import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { entries, invitations, marks, teamMembers, teams } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findTeam, holdTeam } from './find-team'

/** Deletes a team before judging: its seats, invitations and entry end. Refused `team-has-marks`: withdraw it instead. */
export async function deleteTeam(
  actor: Actor,
  { team: id }: { team: string },
): Promise<{ team: string } | Refusal> {
  const found = await findTeam(id)
  if (!found) return refuse('not-found')
  const no = can(actor, 'delete-team', { event: found.facts, team: id }, now())
  if (no) return no
  return transaction(async (tx) => {
    if (!(await holdTeam(id))) return refuse('not-found')
    const own = tx.select({ id: entries.id }).from(entries).where(eq(entries.teamId, id))
    const [marked] = await tx.select({ id: marks.id }).from(marks).where(inArray(marks.entryId, own)).limit(1)
    if (marked) return refuse('team-has-marks')
    await dissolve(id)
    await record({ actor, action: 'delete-team', object: { kind: 'team', id }, event: found.event.id })
    return { team: id }
  })
}

/** Ends a team in the caller's transaction; what it did stays in the record. */
export async function dissolve(teamId: string): Promise<void> {
  const tx = await db()
  const at = now()
  await tx
    .update(teamMembers)
    .set({ leftAt: at })
    .where(and(eq(teamMembers.teamId, teamId), isNull(teamMembers.leftAt)))
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(and(eq(invitations.teamId, teamId), isNull(invitations.revokedAt)))
  await tx
    .update(entries)
    .set({ withdrawnAt: at })
    .where(and(eq(entries.teamId, teamId), isNull(entries.withdrawnAt)))
  await tx.update(teams).set({ deletedAt: at }).where(eq(teams.id, teamId))
}
