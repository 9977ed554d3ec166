import 'server-only'
import { eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { teamMembers } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findTeam, holdTeam, seated } from './find-team'

/** Makes another member the captain; `member` is the id of their seat in the team. */
export async function handOverCaptaincy(
  actor: Actor,
  input: { team: string; member: string },
): Promise<{ team: string; captain: string } | Refusal> {
  const found = await findTeam(input.team)
  if (!found) return refuse('not-found')
  const no = can(actor, 'manage-roster', { event: found.facts, team: input.team }, now())
  if (no) return no
  return transaction(async () => {
    if (!(await holdTeam(input.team))) return refuse('not-found')
    const members = await seated(input.team)
    const next = members.find(({ id }) => id === input.member)
    const captain = members.find(({ role }) => role === 'captain')
    if (!next) return refuse('not-found')
    // Who handed over meanwhile, in another window, leads no more.
    const leads = captain?.personId === actor.personId
    if (!leads && actor.memberships.some(({ team }) => team === input.team)) return refuse('not-allowed')
    await passCaptaincy(captain?.id ?? null, next.id)
    await record({
      actor,
      action: 'hand-over-captaincy',
      object: { kind: 'team', id: input.team },
      event: found.event.id,
      details: { from: captain?.id ?? null, to: next.id },
    })
    return { team: input.team, captain: next.id }
  })
}

/** Moves the captaincy from one seat to another in the caller's transaction, which holds the team. */
export async function passCaptaincy(from: string | null, to: string): Promise<void> {
  const tx = await db()
  if (from) {
    await tx.update(teamMembers).set({ role: 'member', provisional: false }).where(eq(teamMembers.id, from))
  }
  await tx.update(teamMembers).set({ role: 'captain', provisional: false }).where(eq(teamMembers.id, to))
}
