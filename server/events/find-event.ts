import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { competitions, editions, eventPhases, events } from '@/db/schema'
import type { EventFacts } from '@/domain/access/standing'

export type EventRow = typeof events.$inferSelect
export type EditionRow = typeof editions.$inferSelect

/** An event where it hangs: its own row, its edition and competition, and what the rules ask about it. */
export interface FoundEvent {
  readonly event: EventRow
  readonly edition: EditionRow
  readonly competition: typeof competitions.$inferSelect
  readonly facts: EventFacts
}

/** The event at an address, or null. What may be seen of it is for the caller's use case to ask. */
export function findEvent(editionSlug: string, eventSlug: string): Promise<FoundEvent | null> {
  return findWhere(and(eq(editions.slug, editionSlug), eq(events.slug, eventSlug)))
}

/** The event with this id, or null (also for what is no id at all). */
export async function findEventById(id: string): Promise<FoundEvent | null> {
  return isUuid(id) ? findWhere(eq(events.id, id)) : null
}

/** Whether a text from outside can be a key: PostgreSQL throws on one that cannot. */
export const isUuid = (text: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)

async function findWhere(condition: ReturnType<typeof and>): Promise<FoundEvent | null> {
  const database = await db()
  const phase = database
    .select({ phase: eventPhases.phase })
    .from(eventPhases)
    .where(eq(eventPhases.eventId, events.id))
    .orderBy(desc(eventPhases.ordinal))
    .limit(1)
  const ancestors = sql<string[]>`array(
    with recursive up(id, depth) as (
      select events.parent_id, 1
      union all select parent.parent_id, depth + 1 from events parent join up on parent.id = up.id
    ) select id::text from up where id is not null order by depth)`
  const [found] = await database
    .select({
      event: events,
      edition: editions,
      competition: competitions,
      phase: sql<EventFacts['phase']>`coalesce((${phase}), 'draft')`,
      ancestors,
    })
    .from(events)
    .innerJoin(editions, eq(editions.id, events.editionId))
    .innerJoin(competitions, eq(competitions.id, editions.competitionId))
    .where(condition)
  if (!found) return null
  const { event, edition, competition } = found
  const facts: EventFacts = {
    id: event.id,
    ancestors: found.ancestors,
    edition: edition.id,
    competition: competition.id,
    phase: found.phase,
    timeZone: event.timeZone,
    registrationOpensAt: event.registrationOpensAt,
    registrationClosesAt: event.registrationClosesAt,
    submissionsDueAt: event.submissionsDueAt,
    rosterLocksAt: event.rosterLocksAt,
  }
  return { event, edition, competition, facts }
}
