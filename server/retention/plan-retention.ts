import 'server-only'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isRetentionOver, retentionEnd } from '@/domain/people/retention'
import { isRefusal } from '@/domain/refusal'
import { now } from '../clock'
import { editableEvent } from '../events/editable-event'

export interface RetentionPlan {
  readonly event: { readonly id: string; readonly name: string }
  readonly months: number | null
  /** Until when it is kept; null for ever. */
  readonly until: Date | null
  readonly due: boolean
  /** The people who are erased: nothing else holds them here. */
  readonly whole: readonly string[]
  /** Who stays for another event, a role or a seat, and loses only what was said for this one. */
  readonly partly: readonly string[]
}

/** What the end of an event's retention erases, for its organizer, before it does. */
export async function planRetention(actor: Actor, event: string) {
  const found = await editableEvent(actor, event)
  return isRefusal(found) ? found : retentionOf(found.event, now())
}

/** The events whose time is over at `at`, with what there is left to erase. */
export async function dueRetentions(at: Date = now()): Promise<RetentionPlan[]> {
  const rows = await (await db()).select().from(events).where(isNotNull(events.retentionMonths))
  const plans = []
  for (const row of rows) if (isRetentionOver(row, at)) plans.push(await retentionOf(row, at))
  return plans.filter(({ whole, partly }) => whole.length + partly.length > 0)
}

/** What an event's retention erases at `at`, whether or not its time is over. */
async function retentionOf(event: typeof events.$inferSelect, at: Date): Promise<RetentionPlan> {
  const held = heldElsewhere(event.id, at)
  const rows = await (await db())
    // Of who is erased as a whole nothing else is asked: that would read the event's mail once for each.
    .select({ person: persons.id, held, says: sql<boolean>`${held} and ${saysSomething(event.id)}` })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.eventId, event.id), isNull(persons.erasedAt)))
    .orderBy(persons.id)
  const { id, name, retentionMonths: months } = event
  return {
    event: { id, name },
    months,
    until: months === null ? null : retentionEnd(event.endsAt, months),
    due: isRetentionOver(event, at),
    whole: rows.flatMap(({ person, held }) => (held ? [] : [person])),
    partly: rows.flatMap(({ person, held, says }) => (held && says ? [person] : [])),
  }
}

/** Whether the event joined as `elsewhere` still keeps what it knows at `at`. */
const isKept = (at: Date) => sql`(elsewhere.retention_months is null
  or elsewhere.ends_at + make_interval(months => elsewhere.retention_months) > ${at.toISOString()}::timestamptz)`

/** Another event whose own time is not over, also one the team was promoted to; a role, a seat of a jury, an office or a presence. */
const heldElsewhere = (event: string, at: Date) => sql<boolean>`(
  exists (select 1 from registrations other join events elsewhere on elsewhere.id = other.event_id
    where other.person_id = ${persons.id} and other.event_id <> ${event}
      and other.state <> 'withdrawn' and ${isKept(at)})
  or exists (select 1 from team_members seat join entries on entries.team_id = seat.team_id
      join events elsewhere on elsewhere.id = entries.event_id
    where seat.person_id = ${persons.id} and seat.left_at is null and entries.withdrawn_at is null
      and entries.event_id <> ${event} and ${isKept(at)})
  or exists (select 1 from role_grants held where held.person_id = ${persons.id} and held.revoked_at is null)
  or exists (select 1 from jurors seat where seat.person_id = ${persons.id})
  or exists (select 1 from offices office where office.person_id = ${persons.id})
  or exists (select 1 from presences seen where seen.person_id = ${persons.id}))`

const saysSomething = (event: string) => sql<boolean>`(
  num_nonnulls(${registrations.programme}, ${registrations.studyYear}, ${registrations.bornOn}) > 0
  or exists (select 1 from board_cards card where card.registration_id = ${registrations.id})
  or exists (select 1 from guardian_consents asked where asked.registration_id = ${registrations.id}
    and asked.erased_at is null)
  or exists (select 1 from outbox mail join person_emails own on own.email = lower(mail.to_address)
    where own.person_id = ${persons.id} and mail.event_id = ${event}))`
