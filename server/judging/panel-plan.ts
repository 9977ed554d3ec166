import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { auditEntries } from '@/db/schema'

/** How an event's panel is made: everybody scores everybody they may meet, or so many ballots a team by a seed. */
export interface PanelPlan {
  /** Null: the complete panel. */
  readonly perEntry: number | null
  readonly seed: string
}

/** The plan by which an event's panel was last assigned, as its audit chain holds it; null before that. */
export async function panelPlan(eventId: string): Promise<PanelPlan | null> {
  const [last] = await (await db())
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.objectKind, 'event'),
        eq(auditEntries.objectId, eventId),
        eq(auditEntries.chain, eventId),
        eq(auditEntries.action, 'assign-panel'),
      ),
    )
    .orderBy(desc(auditEntries.ordinal))
    .limit(1)
  if (!last) return null
  const { perEntry, seed } = last.details
  return {
    perEntry: typeof perEntry === 'number' ? perEntry : null,
    seed: typeof seed === 'string' ? seed : '',
  }
}
