import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurors } from '@/db/schema'
import { now } from '../clock'

const EVERY_MS = 20_000

/** Notes that a juror is there, at most every 20 seconds: the desk shows when somebody was last seen. */
export async function notePresence(jurorId: string, seenAt: Date | null): Promise<void> {
  const at = now()
  if (seenAt && at.getTime() - seenAt.getTime() < EVERY_MS) return
  await (await db()).update(jurors).set({ lastSeenAt: at }).where(eq(jurors.id, jurorId))
}
