import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurors } from '@/db/schema'
import { now } from '../clock'

const EVERY_MS = 20_000

/** What a seat's row says of its juror's device. */
export interface Presence {
  readonly seenAt: Date | null
  /** Marks the device last said it still holds. */
  readonly waiting: number
}

/**
 * Notes that a juror is there, at most every 20 seconds, and at once when their device says that another number of marks
 * waits on it: the desk shows both.
 */
export async function notePresence(
  jurorId: string,
  { seenAt, waiting: before }: Presence,
  waiting: number = before,
): Promise<void> {
  const at = now()
  const seenJustNow = seenAt !== null && at.getTime() - seenAt.getTime() < EVERY_MS
  if (seenJustNow && waiting === before) return
  await (await db()).update(jurors).set({ lastSeenAt: at, waiting }).where(eq(jurors.id, jurorId))
}
