import 'server-only'
import { and, eq, isNotNull, ne, or } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { guardianConsents, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { holdRegistration } from './hold-registration'

/** Takes back that one is under age when an event begins, as long as no guardian was asked. Refused `guardian-asked-already`. */
export async function takeBackMinor(
  actor: Actor,
  { event: id }: { event: string },
): Promise<{ event: string } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const found = await findEventById(id)
  if (!found) return refuse('not-found')
  const no = can(actor, 'edit-own-person', { event: found.facts, person: personId }, now())
  if (no) return no
  return transaction(async (tx) => {
    const registration = await holdRegistration(personId, id)
    if (!registration) return refuse('not-found')
    const own = eq(guardianConsents.registrationId, registration)
    const ever = or(ne(guardianConsents.name, ''), isNotNull(guardianConsents.erasedAt))
    const [asked] = await tx.select({ id: guardianConsents.id }).from(guardianConsents).where(and(own, ever))
    if (asked) return refuse('guardian-asked-already')
    await tx.delete(guardianConsents).where(own)
    await tx.update(registrations).set({ bornOn: null }).where(eq(registrations.id, registration))
    await record({
      actor,
      action: 'take-back-minor',
      object: { kind: 'registration', id: registration },
      event: id,
    })
    return { event: id }
  })
}
