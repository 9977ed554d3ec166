import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { jurors, persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'

/**
 * The person who sits in a seat, in the caller's transaction, which holds the event's turn. A session needs one, so for
 * an empty seat somebody is written down who is known by the office alone: without an address, so that nobody signs in
 * as them, and for this seat, so that no two seats share them. They can be disabled and erased like anybody.
 * Refused `seat-person-barred` where that has happened.
 */
export async function personOfSeat(actor: Actor, juror: string): Promise<string | Refusal> {
  const tx = await db()
  const [seat] = await tx
    .select({ eventId: jurors.eventId, office: jurors.office, person: persons })
    .from(jurors)
    .leftJoin(persons, eq(persons.id, jurors.personId))
    .where(eq(jurors.id, juror))
  if (!seat) return refuse('not-found')
  const { person, office, eventId } = seat
  if (person?.disabledAt || person?.erasedAt) return refuse('seat-person-barred', { office })
  if (person) return person.id
  const [written] = await tx.insert(persons).values({ givenName: office, createdAt: now() }).returning()
  if (!written) throw new Error('The person of a seat was not written')
  await tx.update(jurors).set({ personId: written.id }).where(eq(jurors.id, juror))
  await record({
    actor,
    action: 'record-person',
    object: { kind: 'person', id: written.id },
    event: eventId,
    details: { seat: juror },
  })
  return written.id
}
