import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { type SaidMinor, tellMinor } from '../guardians/tell-minor'
import { namePerson } from '../people/name-person'
import { type ConsentAnswers, keepConsents } from './record-consent'

export interface Confirmation {
  readonly event: string
  /** Given when the list had it wrong. */
  readonly givenName?: string
  readonly familyName?: string
  readonly consents: ConsentAnswers
  /** Said by who is under age when the event begins. */
  readonly minor?: SaidMinor
}

/**
 * Says “yes, that is me” to a registration an institution's list made, and answers the questions of consent. A minor's
 * guardian is asked once that is kept, and what cannot be about it takes nothing back.
 */
export async function confirmRegistration(
  actor: Actor,
  input: Confirmation,
): Promise<{ registration: string; guardian?: Refusal } | Refusal> {
  const { personId } = actor
  const found = await findEventById(input.event)
  if (personId === null) return refuse('sign-in')
  if (!found) return refuse('not-found')
  const no = can(actor, 'confirm-registration', { event: found.facts, person: personId }, now())
  if (no) return no
  const confirmed = await transaction(async (tx) => {
    const own = and(eq(registrations.personId, personId), eq(registrations.eventId, input.event))
    const [before] = await tx
      .select()
      .from(registrations)
      .where(and(own, ne(registrations.state, 'withdrawn')))
      .for('update')
    if (!before) return refuse('not-found')
    if (input.givenName !== undefined) {
      const named = await namePerson(actor, { givenName: input.givenName, familyName: input.familyName })
      if (isRefusal(named)) return named
    }
    const changed = await keepConsents(personId, input.event, input.consents)
    if (!before.confirmedAt) {
      await tx.update(registrations).set({ confirmedAt: now() }).where(eq(registrations.id, before.id))
    }
    await record({
      actor,
      action: 'confirm-registration',
      object: { kind: 'registration', id: before.id },
      event: input.event,
      details: { changed },
    })
    return { registration: before.id }
  })
  if (isRefusal(confirmed) || !input.minor) return confirmed
  const told = await tellMinor(actor, { event: input.event, ...input.minor })
  return isRefusal(told) ? { ...confirmed, guardian: told } : confirmed
}
