import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { personEmails, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

/** Gives someone registered at one's event a second address to sign in with. Refused `address-taken`. */
export async function addAddress(
  actor: Actor,
  { event, person, email }: { event: string; person: string; email: string },
): Promise<{ email: string } | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'register-others', { event: found.facts }, now())
  if (no) return no
  const address = email.trim().toLowerCase()
  return transaction(async (tx) => {
    const here = await tx
      .select({ event: registrations.eventId })
      .from(registrations)
      .where(eq(registrations.personId, person))
    if (!here.some((registration) => registration.event === event)) return refuse('not-found')
    const row = { email: address, personId: person, isPrimary: false }
    const [added] = await tx.insert(personEmails).values(row).onConflictDoNothing().returning()
    if (!added) return refuse('address-taken', { field: 'email' })
    await record({ actor, action: 'add-address', object: { kind: 'person', id: person }, event })
    return { email: address }
  })
}
