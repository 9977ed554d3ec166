import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurorLinks, sessions } from '@/db/schema'
import { now, realNow } from '../clock'

/** Ends a seat's link and what was opened by it, in the caller's transaction. Gives the link, or null if there was none. */
export async function endLink(juror: string): Promise<string | null> {
  const tx = await db()
  const ended = await tx
    .update(jurorLinks)
    .set({ revokedAt: now() })
    .where(and(eq(jurorLinks.jurorId, juror), isNull(jurorLinks.revokedAt)))
    .returning({ id: jurorLinks.id })
  const ids = ended.map(({ id }) => id)
  await tx
    .update(sessions)
    .set({ revokedAt: realNow() })
    .where(and(inArray(sessions.linkId, ids), isNull(sessions.revokedAt)))
  return ids[0] ?? null
}
