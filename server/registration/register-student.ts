import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { registrations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { RegistrationState } from '@/domain/registration/states'
import { record } from '../audit'
import { now } from '../clock'
import { type FoundEvent, findEventById } from '../events/find-event'
import { type SaidMinor, tellMinor } from '../guardians/tell-minor'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { standingOrganization } from '../organizations/standing-organization'
import { namePerson } from '../people/name-person'
import { ownName } from '../people/queries'
import { admitWaiting, holdPlaces } from './admit-waiting'
import { INSTITUTION_KINDS, institutionWritten, placesTaken, proposedInstitution } from './queries'
import { type ConsentAnswers, keepConsents } from './record-consent'

export interface StudentRegistration {
  readonly event: string
  /** Needed when the person has no name yet. */
  readonly givenName?: string
  readonly familyName?: string
  /** Left out: the one proposed from the own address. Null or empty: none. */
  readonly institution?: string | null
  /** The name written for it where none is chosen: taken when exactly one institution goes by it. */
  readonly written?: string
  readonly consents?: ConsentAnswers
  /** Said by who is under age when the event begins. */
  readonly minor?: SaidMinor
}

export interface Registered {
  readonly registration: string
  readonly state: RegistrationState
  /** Why a minor's guardian is still to be asked. The place is theirs all the same. */
  readonly guardian?: Refusal
}

/**
 * Registers oneself for an event, with the institution one represents and what one agrees to. Who is registered
 * already stays so and only changes these. When the event's places are taken: `waitlisted`. A minor's guardian is asked
 * once the place is kept, and what cannot be about that takes no place away.
 * Refused `judges-here`, `name-unreadable`, `institution-unknown`, and outside of registration.
 */
export async function registerStudent(
  actor: Actor,
  input: StudentRegistration,
): Promise<Registered | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  if (actor.seats.some(({ event }) => event === found.event.id)) return refuse('judges-here')
  const no = can(actor, 'register-oneself', { event: found.facts }, now())
  if (no) return no
  const placed = await transaction(() => takePlace(actor, found, input))
  if (isRefusal(placed) || !input.minor) return placed
  const told = await tellMinor(actor, { event: found.event.id, ...input.minor })
  return isRefusal(told) ? { ...placed, guardian: told } : placed
}

/** Registers the actor in the caller's transaction, which has asked whether they may. Writes nothing when it refuses. */
export async function takePlace(
  actor: Actor,
  { event }: FoundEvent,
  input: Omit<StudentRegistration, 'minor'>,
): Promise<Registered | Refusal> {
  const tx = await db()
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const own = and(eq(registrations.personId, personId), eq(registrations.eventId, event.id))
  const capacity = await holdPlaces(event.id)
  // Nobody passes who waits, also where a place became free by another way.
  const admitted = await admitWaiting(event.id)
  const [before] = await tx.select().from(registrations).where(own)
  const keeps = input.institution === undefined && before?.institutionId
  const institution = keeps || (await chosenInstitution(actor, input))
  if (isRefusal(institution)) return institution
  const named = await nameOneself(actor, input)
  if (named) return named
  const full = capacity !== null && (await placesTaken(event.id)) >= capacity
  const holds = before && before.state !== 'withdrawn'
  const state = holds ? before.state : full ? 'waitlisted' : 'registered'
  const at = now()
  const values = {
    state,
    confirmedAt: before?.confirmedAt ?? at,
    withdrawnAt: null,
    institutionId: institution,
  }
  const [written] = await tx
    .insert(registrations)
    .values({ personId, eventId: event.id, registeredAt: at, ...values })
    .onConflictDoUpdate({
      target: [registrations.personId, registrations.eventId],
      set: { ...values, registeredAt: holds ? sql`${registrations.registeredAt}` : at },
    })
    .returning({ id: registrations.id })
  if (!written) throw new Error('A registration was not written')
  if (input.consents) await keepConsents(personId, event.id, input.consents)
  if (before && before.institutionId !== institution) await refreshConflicts(event.id, actor)
  await record({
    actor,
    action: 'register-student',
    object: { kind: 'registration', id: written.id },
    event: event.id,
    details: { state, institution, ...(admitted.length > 0 && { admitted }) },
  })
  return { registration: written.id, state }
}

async function nameOneself(actor: Actor, input: Omit<StudentRegistration, 'minor'>): Promise<Refusal | null> {
  const known = await ownName(actor)
  const { givenName = known?.givenName ?? '', familyName = known?.familyName ?? '' } = input
  if (known && known.givenName === givenName && known.familyName === familyName && givenName) return null
  const named = await namePerson(actor, { givenName, familyName })
  return isRefusal(named) ? named : null
}

async function chosenInstitution(
  actor: Actor,
  { institution, written }: Omit<StudentRegistration, 'minor'>,
): Promise<string | null | Refusal> {
  if (institution) {
    const known = await standingOrganization(institution)
    const offered = known !== null && INSTITUTION_KINDS.includes(known.kind)
    return offered ? known.id : refuse('institution-unknown', { field: 'institution' })
  }
  const named = written ? await institutionWritten(written) : null
  const meant = named ?? (institution === undefined ? await proposedInstitution(actor) : null)
  return meant && ((await standingOrganization(meant.id))?.id ?? null)
}
