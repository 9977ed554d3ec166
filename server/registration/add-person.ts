import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { jurors, personEmails, persons, registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { personName } from '@/domain/people/person-name'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { foldEmail, isEmail } from '@/domain/registration/import/clean-email'
import { cleanText } from '@/domain/registration/import/clean-text'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { isOrganization } from '../organizations/find-organization'
import { needReason } from './need-reason'

export interface PersonToAdd {
  readonly event: string
  readonly givenName: string
  readonly familyName?: string
  readonly email: string
  readonly institution: string
  readonly programme?: string
  /** Needed once registration is closed; kept in the audit. */
  readonly reason?: string
}

/**
 * Registers one student as the organizer, unconfirmed and without consents, like an imported line. Somebody known by
 * the address keeps the name they have; one who had withdrawn comes back. Refused `email-malformed`,
 * `name-unreadable`, `name-long`, `institution-missing`, `registered-already`, `seat-judge`, `reason-missing`.
 */
export async function addPerson(actor: Actor, input: PersonToAdd): Promise<{ person: string } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'register-others', { event: found.facts }, now())
  if (no) return no
  const givenName = personName(input.givenName, 'givenName')
  if (isRefusal(givenName)) return givenName
  const familyName = input.familyName?.trim() ? personName(input.familyName, 'familyName') : ''
  if (isRefusal(familyName)) return familyName
  const email = foldEmail(input.email)
  if (!isEmail(email)) return refuse('email-malformed', { field: 'email' })
  const institutionId = input.institution
  if (!(await isOrganization(institutionId))) return refuse('institution-missing', { field: 'institution' })
  const needed = needReason(found, input.reason)
  if (needed) return needed
  return transaction(async () => {
    const person = await personAt(email, { givenName, familyName })
    if (await judges(person, input.event)) return refuse('seat-judge', { field: 'email' })
    const programme = cleanText(input.programme ?? '').slice(0, 200) || null
    const added = await register(person, input.event, { institutionId, programme })
    if (!added) return refuse('registered-already', { field: 'email' })
    await refreshConflicts(input.event, actor)
    await record({
      actor,
      action: 'add-person',
      object: { kind: 'registration', id: added },
      event: input.event,
      details: input.reason?.trim() ? { reason: input.reason.trim() } : {},
    })
    return { person }
  })
}

async function personAt(email: string, name: { givenName: string; familyName: string }): Promise<string> {
  const database = await db()
  const [known] = await database.select().from(personEmails).where(eq(personEmails.email, email))
  if (known) return known.personId
  const [made] = await database
    .insert(persons)
    .values({ ...name, createdAt: now() })
    .returning({ id: persons.id })
  if (!made) throw new Error('The person was not written')
  await database.insert(personEmails).values({ email, personId: made.id })
  return made.id
}

async function judges(personId: string, eventId: string): Promise<boolean> {
  const seat = and(eq(jurors.personId, personId), eq(jurors.eventId, eventId), isNull(jurors.unseatedAt))
  return (await (await db()).select({ id: jurors.id }).from(jurors).where(seat)).length > 0
}

async function register(
  personId: string,
  eventId: string,
  about: { institutionId: string; programme: string | null },
): Promise<string | null> {
  const [row] = await (await db())
    .insert(registrations)
    .values({ personId, eventId, ...about, registeredAt: now() })
    .onConflictDoUpdate({
      target: [registrations.personId, registrations.eventId],
      set: { ...about, state: 'registered', withdrawnAt: null },
      setWhere: eq(registrations.state, 'withdrawn'),
    })
    .returning({ id: registrations.id })
  return row?.id ?? null
}
