import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations } from '@/db/schema'
import { isUuid } from '../events/find-event'

/**
 * The organization an id stands for now, held against merging until the caller's transaction ends: one that became a part
 * of another's row, perhaps while the caller waited, is that other. Null when there is none.
 */
export async function standingOrganization(id: string) {
  const tx = await db()
  for (let at: string | null = isUuid(id) ? id : null; at !== null; ) {
    const [row] = await tx.select().from(organizations).where(eq(organizations.id, at)).for('key share')
    if (!row || row.mergedIntoId === null) return row ?? null
    at = row.mergedIntoId
  }
  return null
}
