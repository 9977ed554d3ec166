import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { joinRequests } from '@/db/schema'
import { isUuid } from '../events/find-event'
import { type FoundTeam, findTeam } from './find-team'

export type JoinRequestRow = typeof joinRequests.$inferSelect

/** A request to join with the team it asks, or null. What may be done with it is for the use case to ask. */
export async function findRequest(id: string): Promise<(FoundTeam & { request: JoinRequestRow }) | null> {
  if (!isUuid(id)) return null
  const [request] = await (await db()).select().from(joinRequests).where(eq(joinRequests.id, id))
  const found = request && (await findTeam(request.teamId))
  return found ? { ...found, request } : null
}
