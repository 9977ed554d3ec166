import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizationAliases, organizationMerges, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { allOrNothing } from '../all-or-nothing'
import { record } from '../audit'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { refreshConflictsThrough } from '../judging/refresh-conflicts-through'
import { mergeRefused } from './mergeable'
import { moveBack } from './move-references'
import { reopenProposals } from './settle-proposals'

/**
 * Takes a merge apart: what moved points to the merged organization again, except what was changed since. Refused
 * `merge-undone` when it was undone before, `merge-undo-first` while a later merge stands on it.
 */
export async function undoMerge(
  actor: Actor,
  { edition, merge: id }: { edition: string; merge: string },
): Promise<{ organization: string } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  return allOrNothing(async () => {
    const no = await mergeRefused(actor, edition)
    if (no) return no
    const tx = await db()
    const [merge] = isUuid(id)
      ? await tx.select().from(organizationMerges).where(eq(organizationMerges.id, id)).for('update')
      : []
    if (!merge) return refuse('not-found')
    if (merge.undoneAt) return refuse('merge-undone')
    const { mergedId, intoId } = merge
    const [later] = await tx
      .select({ name: organizations.name })
      .from(organizationMerges)
      .innerJoin(organizations, eq(organizations.id, organizationMerges.intoId))
      .where(and(eq(organizationMerges.mergedId, intoId), isNull(organizationMerges.undoneAt)))
    if (later) return refuse('merge-undo-first', { name: later.name })
    const { 'added:names': names = [], ...moved } = merge.moved
    if (names.length > 0) {
      await tx
        .delete(organizationAliases)
        .where(
          and(eq(organizationAliases.organizationId, intoId), inArray(organizationAliases.name, [...names])),
        )
    }
    await tx.update(organizations).set({ mergedIntoId: null }).where(eq(organizations.id, mergedId))
    await moveBack(moved, mergedId, intoId)
    await tx
      .update(organizationMerges)
      .set({ undoneAt: now(), undoneBy: personId })
      .where(eq(organizationMerges.id, id))
    await reopenProposals(id, mergedId, intoId)
    await refreshConflictsThrough([mergedId, intoId], { actor })
    await record({
      actor,
      action: 'undo-merge',
      object: { kind: 'organization', id: intoId },
      details: { merged: mergedId, merge: id },
    })
    return { organization: mergedId }
  })
}
