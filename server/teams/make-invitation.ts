import 'server-only'
import { randomInt } from 'node:crypto'
import { transaction } from '@/db/client'
import { invitations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { drawInvitationCode } from '@/domain/teams/invitation-code'
import { record } from '../audit'
import { now } from '../clock'
import { findTeam, hasWithdrawn, holdTeam, seated } from './find-team'

export interface NewInvitation {
  readonly team: string
  /** How many it lets in; left out: as many as there are free seats. */
  readonly uses?: number
  /** Left out: until teams are fixed. */
  readonly expiresAt?: Date
}

/** Makes a link and code for a team's free seats. Refused `team-full`, `invitation-uses`, `team-gone`. */
export async function makeInvitation(
  actor: Actor,
  input: NewInvitation,
): Promise<{ invitation: string; code: string } | Refusal> {
  const found = await findTeam(input.team)
  if (!found) return refuse('not-found')
  const { event, facts } = found
  const no = can(actor, 'manage-roster', { event: facts, team: input.team }, now())
  if (no) return no
  return transaction(async (tx) => {
    const team = await holdTeam(input.team)
    if (!team) return refuse('not-found')
    if (await hasWithdrawn(team.id, event.id)) return refuse('team-gone')
    const free = team.seats - (await seated(team.id)).length
    if (free < 1) return refuse('team-full', { team: team.name, seats: team.seats })
    const maxUses = input.uses ?? free
    if (!Number.isInteger(maxUses) || maxUses < 1 || maxUses > free) {
      return refuse('invitation-uses', { field: 'uses', max: free })
    }
    const expiresAt = input.expiresAt ?? event.rosterLocksAt
    const row = { teamId: team.id, maxUses, expiresAt, createdAt: now(), createdBy: actor.personId ?? '' }
    const made = await (async () => {
      for (;;) {
        const code = drawInvitationCode(randomInt)
        const [written] = await tx
          .insert(invitations)
          .values({ ...row, code })
          .onConflictDoNothing()
          .returning({ id: invitations.id })
        if (written) return { invitation: written.id, code }
      }
    })()
    await record({
      actor,
      action: 'make-invitation',
      object: { kind: 'invitation', id: made.invitation },
      event: event.id,
      details: { team: team.id, uses: maxUses },
    })
    return made
  })
}
