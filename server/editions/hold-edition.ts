import 'server-only'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { editions } from '@/db/schema'
import type { EditionRow } from '../events/find-event'
import { isUuid } from '../events/find-event'

/**
 * The edition, held until the caller's transaction ends. Who locks or lifts a rule holds it alone (`to change`), who
 * changes what a lock could forbid holds it with others (`to read`): the two end one after the other. Null when there
 * is none.
 */
export async function holdEdition(id: string, purpose: 'to change' | 'to read'): Promise<EditionRow | null> {
  if (!isUuid(id)) return null
  // Not `for update`: that would make events wait that only point to the edition.
  const strength = purpose === 'to change' ? 'no key update' : 'share'
  const [edition] = await database.select().from(editions).where(eq(editions.id, id)).for(strength)
  return edition ?? null
}
