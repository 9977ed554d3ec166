import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { teamMembers } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { dissolve } from './delete-team'
import { findTeam, holdPerson, holdTeam, seated } from './find-team'

/** Leaves one's team. A captain hands over first (`captain-leaves`); the last one to go takes the team with them. */
export async function leaveTeam(
  actor: Actor,
  { team: id }: { team: string },
): Promise<{ team: string } | Refusal> {
  const { personId } = actor
  const found = await findTeam(id)
  if (personId === null) return refuse('sign-in')
  if (!found) return refuse('not-found')
  return transaction(async () => {
    await holdPerson(personId)
    const no = await vacate(actor, personId, id)
    if (isRefusal(no)) return no
    await refreshConflicts(found.event.id, actor)
    await record({ actor, action: 'leave-team', object: { kind: 'team', id }, event: found.event.id })
    return { team: id }
  })
}

/** Frees the person's seat in the caller's transaction, if they may leave. */
export async function vacate(actor: Actor, personId: string, teamId: string): Promise<Refusal | null> {
  const found = await findTeam(teamId)
  if (!found) return refuse('not-found')
  const no = can(actor, 'leave-team', { event: found.facts, team: teamId }, now())
  if (no) return no.code === 'too-late' ? refuse('closed-roster', { ...no.values }) : no
  if (!(await holdTeam(teamId))) return refuse('not-found')
  const members = await seated(teamId)
  const own = members.find((member) => member.personId === personId)
  if (!own) return refuse('not-found')
  if (members.length === 1) {
    await dissolve(teamId)
    return null
  }
  if (own.role === 'captain') return refuse('captain-leaves')
  await (await db())
    .update(teamMembers)
    .set({ leftAt: now() })
    .where(and(eq(teamMembers.id, own.id), isNull(teamMembers.leftAt)))
  return null
}
