import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { roleGrants } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { mayGrant } from './grant-role'

/**
 * Takes a role back; whoever may grant it may do so. Refused `last-organizer` when an event would be left without
 * anyone to run it.
 */
export async function revokeRole(
  actor: SignedIn,
  { grant: id }: { grant: string },
): Promise<{ revoked: string } | Refusal> {
  if (!isUuid(id)) return refuse('not-found')
  return transaction(async (tx) => {
    const [held] = await tx.select().from(roleGrants).where(eq(roleGrants.id, id))
    const node = held?.eventId ?? held?.editionId ?? held?.competitionId
    if (!held || !node || held.revokedAt) return refuse('not-found')
    const no = await mayGrant(actor, { person: held.personId, role: held.role, node })
    if (no) return no
    const alike = await tx
      .select({ id: roleGrants.id })
      .from(roleGrants)
      .where(and(eq(roleGrants.role, held.role), isNull(roleGrants.revokedAt), sameNode(held)))
      .for('update')
    if (held.role !== 'event-helper' && alike.length === 1) return refuse('last-organizer')
    const gone = await tx
      .update(roleGrants)
      .set({ revokedAt: now(), revokedBy: actor.personId })
      .where(and(eq(roleGrants.id, id), isNull(roleGrants.revokedAt)))
      .returning({ id: roleGrants.id })
    if (gone.length === 0) return refuse('not-found')
    await record({
      actor,
      action: 'revoke-role',
      object: { kind: 'role', id },
      event: held.eventId ?? undefined,
      details: { role: held.role, person: held.personId },
    })
    return { revoked: id }
  })
}

function sameNode({ eventId, editionId, competitionId }: typeof roleGrants.$inferSelect) {
  if (eventId) return eq(roleGrants.eventId, eventId)
  if (editionId) return eq(roleGrants.editionId, editionId)
  return eq(roleGrants.competitionId, competitionId ?? '')
}
