import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, isNull, like, ne } from 'drizzle-orm'
import { z } from 'zod'
import { transaction } from '@/db/client'
import { guardianConsents, outbox, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLanguage } from '@/domain/people/languages'
import { personName } from '@/domain/people/person-name'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { birthDay, calendarDay, isMinorOn } from '@/domain/registration/minors'
import { record } from '../audit'
import { now } from '../clock'
import { baseUrl } from '../env'
import { findEventById } from '../events/find-event'
import { enqueueMail } from '../mail'
import { GUARDIAN_MAIL } from '../people/erase-traces'
import { addressesOf } from '../people/queries'
import { withinLimit } from '../rate-limit'
import { hashOf } from '../sign-in/hash'

export interface AskedGuardian {
  readonly event: string
  readonly bornOn: string
  readonly name: string
  readonly email: string
}

const EMAIL = z.email().max(200)

/**
 * Says when one was born and who may agree in one's place, and mails them a link. Only the newest link works, and only
 * its hash is kept. Refused `birth-malformed`, `guardian-not-needed` for who is of age when the event begins,
 * `guardian-yourself`, `email-malformed`, `slow-down`, and as a name is.
 */
export async function askGuardian(actor: Actor, input: AskedGuardian): Promise<{ asked: string } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const { event, facts } = found
  const no = can(actor, 'edit-own-person', { event: facts, person: personId }, now())
  if (no) return no
  const bornOn = birthDay(input.bornOn, calendarDay(now(), event.timeZone))
  if (isRefusal(bornOn)) return bornOn
  if (!isMinorOn(bornOn, calendarDay(event.startsAt, event.timeZone)))
    return refuse('guardian-not-needed', { field: 'bornOn', event: event.name })
  const name = personName(input.name, 'name')
  if (isRefusal(name)) return name
  const email = input.email.trim().toLowerCase()
  if (!EMAIL.safeParse(email).success) return refuse('email-malformed', { field: 'email' })
  if ((await addressesOf(personId)).includes(email)) return refuse('guardian-yourself', { field: 'email' })
  if (!(await withinLimit(`guardian:${personId}`, { times: 5, minutes: 60 })))
    return refuse('slow-down', { minutes: 60 })
  return transaction(async (tx) => {
    const [registration] = await tx
      .update(registrations)
      .set({ bornOn })
      .where(
        and(
          eq(registrations.personId, personId),
          eq(registrations.eventId, event.id),
          ne(registrations.state, 'withdrawn'),
        ),
      )
      .returning({ id: registrations.id })
    if (!registration) return refuse('not-found')
    await tx
      .update(guardianConsents)
      .set({ name: '', email: '', erasedAt: now() })
      .where(and(eq(guardianConsents.registrationId, registration.id), isNull(guardianConsents.erasedAt)))
    await tx.delete(outbox).where(like(outbox.dedupeKey, `${GUARDIAN_MAIL}${registration.id}:%`))
    const token = randomBytes(24).toString('base64url')
    const [made] = await tx
      .insert(guardianConsents)
      .values({ registrationId: registration.id, name, email, linkHash: hashOf(token), askedAt: now() })
      .returning({ id: guardianConsents.id })
    if (!made) throw new Error('A guardian was not written')
    const [person] = await tx.select().from(persons).where(eq(persons.id, personId))
    const student = `${person?.givenName} ${person?.familyName}`.trim()
    const values = {
      ...{ guardian: name, student, event: event.name, city: event.city },
      ...{ begins: event.startsAt.getTime(), timeZone: event.timeZone },
      link: `${baseUrl()}/guardian/${token}`,
    }
    const dedupeKey = `${GUARDIAN_MAIL}${registration.id}:${made.id}`
    const language = person && isLanguage(person.locale) ? person.locale : null
    await enqueueMail({
      ...{ to: email, template: 'guardian-asked', values, dedupeKey, event: event.id, language },
    })
    await record({
      actor,
      action: 'ask-guardian',
      object: { kind: 'registration', id: registration.id },
      event: event.id,
    })
    return { asked: made.id }
  })
}
