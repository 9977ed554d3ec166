import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { competitions, editions, events } from '@/db/schema'
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
export async function findEvent(edition: string, event: string): Promise<FoundEvent | null> {
  // No database keeps a NUL.
  if (`${edition}${event}`.includes('\0')) return null
  return (await eventAt.execute({ edition, event }))[0] ?? null
}

/** The event with this id, or null (also for what is no id at all). */
export async function findEventById(id: string): Promise<FoundEvent | null> {
  return isUuid(id) ? ((await eventOfId.execute({ id }))[0] ?? null) : null
}

/** Whether a text from outside can be a key: PostgreSQL throws on one that cannot. */
export const isUuid = (text: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)

/** What the rules ask about an event, for a query over `events` and its `editions`. */
export const EVENT_FACTS = {
  id: events.id,
  ancestors: sql<string[]>`array(
    with recursive up(id, depth) as (
      select events.parent_id, 1
      union all select parent.parent_id, depth + 1 from events parent join up on parent.id = up.id
    ) select id::text from up where id is not null order by depth)`,
  edition: events.editionId,
  competition: editions.competitionId,
  phase: sql<EventFacts['phase']>`coalesce(
    (select phase from event_phases where event_id = events.id order by ordinal desc limit 1), 'draft')`,
  timeZone: events.timeZone,
  registrationOpensAt: events.registrationOpensAt,
  registrationClosesAt: events.registrationClosesAt,
  submissionsDueAt: events.submissionsDueAt,
  rosterLocksAt: events.rosterLocksAt,
}

/** An event by its address: the placeholders `edition` and `event`. */
export const AT_ADDRESS = and(
  eq(editions.slug, sql.placeholder('edition')),
  eq(events.slug, sql.placeholder('event')),
)

const where = (condition: SQL | undefined) =>
  database
    .select({ event: events, edition: editions, competition: competitions, facts: EVENT_FACTS })
    .from(events)
    .innerJoin(editions, eq(editions.id, events.editionId))
    .innerJoin(competitions, eq(competitions.id, editions.competitionId))
    .where(condition)

const eventOfId = where(eq(events.id, sql.placeholder('id'))).prepare('event-of-id')
const eventAt = where(AT_ADDRESS).prepare('event-at')
