import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { entries, teams } from '@/db/schema'
import { timely } from '@/domain/events/timetable'
import { type Refusal, refuse } from '@/domain/refusal'
import { cleanText } from '@/domain/registration/import/clean-text'
import { now } from '../clock'
import { type FoundEvent, findEventById, isUuid } from '../events/find-event'

export type EntryRow = typeof entries.$inferSelect

export interface FoundEntry extends FoundEvent {
  readonly entry: EntryRow
  readonly team: typeof teams.$inferSelect
}

/** The entry with this id, its team and its event, or null. What may be done with it is for the use case to ask. */
export async function findEntry(id: string): Promise<FoundEntry | null> {
  if (!isUuid(id)) return null
  const [known] = await (await db())
    .select({ entry: entries, team: teams })
    .from(entries)
    .innerJoin(teams, eq(teams.id, entries.teamId))
    .where(and(eq(entries.id, id), isNull(teams.deletedAt)))
  const found = known && (await findEventById(known.entry.eventId))
  return found ? { ...found, ...known } : null
}

/** Holds the entry's row for this transaction, which has the event's turn, so that versions follow one another. */
export async function holdEntry(id: string): Promise<EntryRow> {
  const [entry] = await (await db()).select().from(entries).where(eq(entries.id, id)).for('update')
  if (!entry) throw new Error(`Entry ${id} is gone`)
  return entry
}

/**
 * The reason on record for a change after the deadline: null before it, where none is needed.
 * Refused `late-reason-missing` when the deadline has passed and none was given.
 */
export function lateReasonOf({ facts }: FoundEvent, reason: string | undefined): string | null | Refusal {
  if (!timely('before-deadline', facts, now())) return null
  return cleanText(reason ?? '') || refuse('late-reason-missing', { field: 'reason' })
}
