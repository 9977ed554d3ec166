import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { guardianConsents, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { birthDay, calendarDay, isMinorOn } from '@/domain/registration/minors'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { hashOf } from '../sign-in/hash'
import { askGuardian } from './ask-guardian'
import { holdRegistration } from './hold-registration'

/** What somebody under age says with their registration; each may be left for later. */
export interface SaidMinor {
  readonly bornOn?: string
  readonly name?: string
  readonly email?: string
}

/**
 * Says that one is under age when an event begins, and asks the guardian where one is named already. It takes no place
 * back: whatever is missing or cannot be stays to be asked for. Refused, with that said or not, as asking a guardian is,
 * and `guardian-unnamed` when nobody was named.
 */
export async function tellMinor(
  actor: Actor,
  { event: id, bornOn = '', name = '', email = '' }: SaidMinor & { event: string },
): Promise<{ asked: string } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const found = await findEventById(id)
  if (!found) return refuse('not-found')
  const { event, facts } = found
  const no = can(actor, 'edit-own-person', { event: facts, person: personId }, now())
  if (no) return no
  const born = birthDay(bornOn, calendarDay(now(), event.timeZone))
  if (!isRefusal(born) && !isMinorOn(born, calendarDay(event.startsAt, event.timeZone)))
    return refuse('guardian-not-needed', { field: 'bornOn', event: event.name })
  const kept = await transaction(async (tx) => {
    const registration = await holdRegistration(personId, event.id)
    if (!registration) return refuse('not-found')
    if (!isRefusal(born))
      await tx.update(registrations).set({ bornOn: born }).where(eq(registrations.id, registration))
    const open = and(eq(guardianConsents.registrationId, registration), isNull(guardianConsents.erasedAt))
    const [standing] = await tx.select({ id: guardianConsents.id }).from(guardianConsents).where(open)
    if (standing) return null
    // Nobody has this link: it stands for the guardian who is still to be named.
    const linkHash = hashOf(randomBytes(24).toString('base64url'))
    await tx
      .insert(guardianConsents)
      .values({ registrationId: registration, name: '', email: '', linkHash, askedAt: now() })
    const object = { kind: 'registration', id: registration }
    await record({ actor, action: 'tell-minor', object, event: event.id })
    return null
  })
  if (isRefusal(kept)) return kept
  if (!name.trim() && !email.trim()) return refuse('guardian-unnamed', { field: 'name' })
  return isRefusal(born) ? born : askGuardian(actor, { event: event.id, bornOn: born, name, email })
}
