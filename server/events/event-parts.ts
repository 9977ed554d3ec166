import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { awards, criteria, criterionLevels, partnerships, scheduleItems } from '@/db/schema'

/** What an event is made of beside its own settings: nothing of it is, or was done by, a person. */
export async function partsOf(event: string) {
  const rubric = await database
    .select()
    .from(criteria)
    .where(eq(criteria.eventId, event))
    .orderBy(asc(criteria.position))
  const ids = rubric.map(({ id }) => id)
  const levels =
    ids.length === 0
      ? []
      : await database.select().from(criterionLevels).where(inArray(criterionLevels.criterionId, ids))
  const prizes = await database.select().from(awards).where(eq(awards.eventId, event)).orderBy(asc(awards.id))
  const partners = await database
    .select()
    .from(partnerships)
    .where(eq(partnerships.eventId, event))
    .orderBy(asc(partnerships.position))
  const schedule = await database
    .select()
    .from(scheduleItems)
    .where(eq(scheduleItems.eventId, event))
    .orderBy(asc(scheduleItems.startsAt), asc(scheduleItems.id))
  return { rubric, levels, prizes, partners, schedule }
}

export type EventParts = Awaited<ReturnType<typeof partsOf>>

/** Writes the parts of one event for another, in the caller's transaction. A prize keeps its criteria and no winner. */
export async function writeParts(event: string, { rubric, levels, prizes, partners, schedule }: EventParts) {
  const prizeOf = new Map<string, string>()
  for (const { id, kind, name, partnerId } of prizes) {
    const [made] = await database
      .insert(awards)
      .values({ eventId: event, kind, name, partnerId })
      .returning({ id: awards.id })
    if (made) prizeOf.set(id, made.id)
  }
  for (const { id, awardId, ...criterion } of rubric) {
    const award = awardId && prizeOf.get(awardId)
    const [made] = await database
      .insert(criteria)
      .values({ ...criterion, eventId: event, awardId: award })
      .returning({ id: criteria.id })
    const own = levels.filter(({ criterionId }) => criterionId === id)
    if (made && own.length > 0)
      await database.insert(criterionLevels).values(own.map((level) => ({ ...level, criterionId: made.id })))
  }
  if (partners.length > 0)
    await database
      .insert(partnerships)
      .values(partners.map(({ id: _, ...one }) => ({ ...one, eventId: event })))
  if (schedule.length > 0)
    await database
      .insert(scheduleItems)
      .values(schedule.map(({ id: _, ...one }) => ({ ...one, eventId: event })))
}
