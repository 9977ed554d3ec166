import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import { registrations } from '@/db/schema'

/** A person's registration for an event that was not withdrawn, held until the caller's transaction ends; null when there is none. */
export async function holdRegistration(personId: string, eventId: string): Promise<string | null> {
  const [held] = await (await db())
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.personId, personId),
        eq(registrations.eventId, eventId),
        ne(registrations.state, 'withdrawn'),
      ),
    )
    .for('update')
  return held?.id ?? null
}
