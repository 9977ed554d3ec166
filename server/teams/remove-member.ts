import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { teamMembers } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { findTeam, holdTeam, seated } from './find-team'

/** Frees another member's seat; `member` is the id of that seat. Refused `captain-stays` for the captain's. */
export async function removeMember(
  actor: Actor,
  input: { team: string; member: string },
): Promise<{ team: string; member: string } | Refusal> {
  const found = await findTeam(input.team)
  if (!found) return refuse('not-found')
  const no = can(actor, 'manage-roster', { event: found.facts, team: input.team }, now())
  if (no) return no
  return transaction(async (tx) => {
    if (!(await holdTeam(input.team))) return refuse('not-found')
    const member = (await seated(input.team)).find(({ id }) => id === input.member)
    if (!member) return refuse('not-found')
    if (member.role === 'captain') return refuse('captain-stays')
    await tx.update(teamMembers).set({ leftAt: now() }).where(eq(teamMembers.id, member.id))
    await refreshConflicts(found.event.id, actor)
    await record({
      actor,
      action: 'remove-member',
      object: { kind: 'team', id: input.team },
      event: found.event.id,
      details: { member: member.id },
    })
    return input
  })
}
