import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { rateLimits } from '@/db/schema'
import { realNow } from './clock'

/** Counts one more try of `key` and says whether it is still within so many times in a window of real time. */
export async function withinLimit(
  key: string,
  { times, minutes }: { times: number; minutes: number },
): Promise<boolean> {
  const span = minutes * 60_000
  const windowStart = new Date(Math.floor(realNow().getTime() / span) * span)
  const [row] = await (await db())
    .insert(rateLimits)
    .values({ key, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ count: rateLimits.count })
  return (row?.count ?? 0) <= times
}
