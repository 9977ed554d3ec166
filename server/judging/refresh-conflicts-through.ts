import 'server-only'
import { and, eq, inArray, isNull, notExists } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurors, results } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { takeTurn } from '../audit'
import { refreshConflicts } from './refresh-conflicts'

/**
 * Brings the conflicts up to date wherever one of these organizations sits in a jury whose result is not sealed. Joins
 * the caller’s transaction, which holds the organizations and writes to the chain of `chain`, if to one, afterwards.
 */
export async function refreshConflictsThrough(
  organizations: readonly string[],
  { actor, chain }: { actor: Actor; chain?: string },
): Promise<void> {
  const found = new Set([...(chain ? [chain] : []), ...(await juriesWith(organizations))])
  // A promotion takes the child's turn and then its parent's. A child is younger than its parent, and ids tell the age.
  for (const event of [...found].sort().reverse()) {
    await takeTurn(event)
    await refreshConflicts(event, actor)
  }
}

async function juriesWith(organizations: readonly string[]): Promise<string[]> {
  const tx = await db()
  const sealed = tx.select().from(results).where(eq(results.eventId, jurors.eventId))
  const rows = await tx
    .selectDistinct({ event: jurors.eventId })
    .from(jurors)
    .where(
      and(inArray(jurors.organizationId, [...organizations]), isNull(jurors.unseatedAt), notExists(sealed)),
    )
  return rows.map(({ event }) => event)
}
