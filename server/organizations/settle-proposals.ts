import 'server-only'
import { and, eq, inArray, isNull, not, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { mergeProposals } from '@/db/schema'
import { now } from '../clock'

/**
 * Ends what was proposed of the organization that went, in the merge's transaction: the same two, either way round, are
 * what the merge is; of a third nothing can be decided while it is a part of another's row.
 */
export async function settleProposals(mergeId: string, merged: string, decidedBy: string) {
  await (await db())
    .update(mergeProposals)
    .set({ mergeId, decidedAt: now(), decidedBy })
    .where(
      and(
        isNull(mergeProposals.decidedAt),
        or(eq(mergeProposals.mergedId, merged), eq(mergeProposals.intoId, merged)),
      ),
    )
}

/** Opens again what a merge that is taken back had overtaken; its own two were decided on, and stay so. */
export async function reopenProposals(mergeId: string, merged: string, into: string) {
  const ofBoth = and(
    inArray(mergeProposals.mergedId, [merged, into]),
    inArray(mergeProposals.intoId, [merged, into]),
  )
  await (await db())
    .update(mergeProposals)
    .set({ mergeId: null, decidedAt: null, decidedBy: null })
    .where(and(eq(mergeProposals.mergeId, mergeId), ofBoth && not(ofBoth)))
}
