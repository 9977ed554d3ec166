import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  ballots,
  conflicts,
  criteria,
  entries,
  eventPhases,
  jurors,
  marks,
  promotions,
  results,
  setAsides,
  teams,
} from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEvent } from '../events/find-event'
import { decisionsOf } from '../ranking/decisions'

/** The package's shape; it is raised when a field changes its meaning. */
const EXPORT_VERSION = 1

/** Everything of an event as it is stored, marks with their history included, for its organizer. Audited. */
export async function exportEvent(actor: Actor, edition: string, event: string) {
  const found = await findEvent(edition, event)
  if (!found) return refuse('not-found')
  const no: Refusal | null = can(actor, 'export-participants', { event: found.facts }, now())
  if (no) return no
  const eventId = found.event.id
  const database = await db()
  const seats = await database
    .select()
    .from(jurors)
    .where(eq(jurors.eventId, eventId))
    .orderBy(jurors.position)
  const jurorIds = seats.map(({ id }) => id)
  const cast = await database
    .select()
    .from(ballots)
    .where(inArray(ballots.jurorId, jurorIds))
    .orderBy(ballots.id)
  const everything = {
    version: EXPORT_VERSION,
    exportedAt: now().toISOString(),
    event: found.event,
    phases: await database
      .select()
      .from(eventPhases)
      .where(eq(eventPhases.eventId, eventId))
      .orderBy(asc(eventPhases.ordinal)),
    criteria: await database
      .select()
      .from(criteria)
      .where(eq(criteria.eventId, eventId))
      .orderBy(criteria.position),
    jurors: seats,
    teams: await database
      .select({ id: teams.id, slug: teams.slug, name: teams.name, institutionId: teams.institutionId })
      .from(teams)
      .innerJoin(entries, eq(entries.teamId, teams.id))
      .where(eq(entries.eventId, eventId))
      .orderBy(teams.id),
    entries: await database.select().from(entries).where(eq(entries.eventId, eventId)).orderBy(entries.id),
    conflicts: await database
      .select()
      .from(conflicts)
      .where(inArray(conflicts.jurorId, jurorIds))
      .orderBy(conflicts.id),
    ballots: cast,
    setAsides: await database
      .select()
      .from(setAsides)
      .where(
        inArray(
          setAsides.ballotId,
          cast.map(({ id }) => id),
        ),
      )
      .orderBy(setAsides.id),
    marks: await database
      .select()
      .from(marks)
      .where(inArray(marks.jurorId, jurorIds))
      .orderBy(asc(marks.receivedAt), asc(marks.id)),
    decisions: await decisionsOf(eventId),
    results: await database
      .select()
      .from(results)
      .where(eq(results.eventId, eventId))
      .orderBy(results.version),
    promotions: await database
      .select()
      .from(promotions)
      .where(eq(promotions.fromEventId, eventId))
      .orderBy(promotions.id),
  }
  await record({ actor, action: 'export-event', object: { kind: 'event', id: eventId }, event: eventId })
  return everything
}
