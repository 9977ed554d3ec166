import 'server-only'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { challenges, entries, organizations } from '@/db/schema'

/** An edition's challenges by code, each with who set it and how many entries of an event chose it. */
export async function challengesOf(editionId: string, eventId: string) {
  return (await db())
    .select({
      id: challenges.id,
      code: challenges.code,
      title: challenges.title,
      context: challenges.context,
      resource: challenges.resource,
      licence: challenges.licence,
      invented: challenges.invented,
      ownerId: challenges.ownerId,
      owner: organizations.name,
      entries: sql<number>`count(${entries.id})::int`,
    })
    .from(challenges)
    .innerJoin(organizations, eq(organizations.id, challenges.ownerId))
    .leftJoin(
      entries,
      and(eq(entries.challengeId, challenges.id), eq(entries.eventId, eventId), isNull(entries.withdrawnAt)),
    )
    .where(eq(challenges.editionId, editionId))
    .groupBy(challenges.id, organizations.id)
    .orderBy(asc(challenges.code))
}
