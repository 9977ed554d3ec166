import 'server-only'
import { eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { invitations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { findTeam } from './find-team'

/** Withdraws an invitation: from the next request on it lets nobody in. Withdrawing it twice is withdrawing it once. */
export async function revokeInvitation(
  actor: Actor,
  { invitation: id }: { invitation: string },
): Promise<{ invitation: string } | Refusal> {
  if (!isUuid(id)) return refuse('not-found')
  const [known] = await (await db()).select().from(invitations).where(eq(invitations.id, id))
  const found = known && (await findTeam(known.teamId))
  if (!found) return refuse('not-found')
  const no = can(actor, 'manage-roster', { event: found.facts, team: found.team.id }, now())
  if (no) return no
  return transaction(async (tx) => {
    const [before] = await tx.select().from(invitations).where(eq(invitations.id, id)).for('update')
    if (before?.revokedAt) return { invitation: id }
    await tx.update(invitations).set({ revokedAt: now() }).where(eq(invitations.id, id))
    await record({
      actor,
      action: 'revoke-invitation',
      object: { kind: 'invitation', id },
      event: found.event.id,
      details: { team: found.team.id },
    })
    return { invitation: id }
  })
}
