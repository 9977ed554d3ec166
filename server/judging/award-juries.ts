import 'server-only'
import { and, asc, eq, exists, isNull, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { awards, criteria, organizations } from '@/db/schema'

/** A special prize with criteria and a jury of its own. */
export interface AwardWithJury {
  readonly id: string
  readonly name: string
  readonly partner: string | null
}

/** The special prizes of an event that a jury of their own gives, by name. */
export async function awardsWithJury(eventId: string): Promise<AwardWithJury[]> {
  const own = database.select({ id: criteria.id }).from(criteria).where(eq(criteria.awardId, awards.id))
  return database
    .select({ id: awards.id, name: awards.name, partner: organizations.name })
    .from(awards)
    .leftJoin(organizations, eq(organizations.id, awards.partnerId))
    .where(and(eq(awards.eventId, eventId), exists(own)))
    .orderBy(asc(awards.name), asc(awards.id))
}

/** Whether a row is of a special prize's jury; with null, of the event's own. */
export const isOfJury = (column: PgColumn, award: string | null): SQL =>
  award === null ? isNull(column) : eq(column, award)
