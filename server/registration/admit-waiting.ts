import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { events, registrations } from '@/db/schema'
import { now } from '../clock'
import { baseUrl } from '../env'
import { findEventById } from '../events/find-event'
import { enqueueMail } from '../mail'
import { addressesOf } from '../people/queries'
import { placesTaken } from './queries'

/**
 * Holds the event's row for this transaction: its places are given out one after the other, because how many there are
 * is a rule over many rows.
 * @returns the capacity as it stands now; null for no limit
 */
export async function holdPlaces(eventId: string): Promise<number | null> {
  const [held] = await (await db())
    .select({ capacity: events.capacity })
    .from(events)
    .where(eq(events.id, eventId))
    .for('no key update')
  return held?.capacity ?? null
}

/**
 * Gives every free place of an event to who has waited for one longest, and tells them by mail when the transaction is
 * kept. The caller has asked whether it may and writes the audit entry.
 * @returns the registrations that have a place now, in the order they waited
 */
export async function admitWaiting(eventId: string): Promise<string[]> {
  const tx = await db()
  const capacity = await holdPlaces(eventId)
  const waiting = await tx
    .select({ id: registrations.id, personId: registrations.personId })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, 'waitlisted')))
    .orderBy(asc(registrations.registeredAt), asc(registrations.id))
    .for('update')
  if (waiting.length === 0) return []
  const free = capacity === null ? waiting.length : capacity - (await placesTaken(eventId))
  const admitted = waiting.slice(0, Math.max(0, free))
  for (const { id, personId } of admitted) {
    await tx.update(registrations).set({ state: 'registered' }).where(eq(registrations.id, id))
    await tellAdmitted(id, personId, eventId)
  }
  return admitted.map(({ id }) => id)
}

async function tellAdmitted(registration: string, personId: string, eventId: string): Promise<void> {
  const [to] = await addressesOf(personId)
  const found = await findEventById(eventId)
  if (!to || !found) return
  const { event, edition } = found
  await enqueueMail({
    to,
    template: 'place-free',
    event: event.id,
    values: { event: event.name, link: `${baseUrl()}/me?event=${edition.slug}/${event.slug}` },
    // Who gives the place up, waits again and is admitted once more hears of it again.
    dedupeKey: `place-free ${registration} ${now().toISOString()}`,
  })
}
