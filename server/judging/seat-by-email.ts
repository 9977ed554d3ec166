import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { personName } from '@/domain/people/person-name'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { foldEmail, isEmail } from '@/domain/registration/import/clean-email'
import { allOrNothing } from '../all-or-nothing'
import { holdOrganization } from '../organizations/find-organization'
import { recordPerson } from '../people/record-person'
import { type NewSeat, seatJuror } from './seat-juror'

export interface SeatByEmail extends Omit<NewSeat, 'person'> {
  readonly givenName: string
  readonly familyName?: string
  /** The address they sign in with; without one the seat stays empty until somebody is named for it. */
  readonly email?: string
}

/**
 * Seats somebody by the address they sign in with; one who is not known yet is written down with the name given.
 * Refused `email-malformed`, `name-unreadable`, and what `seatJuror` refuses, with nobody written down then.
 */
export async function seatByEmail(
  actor: Actor,
  { givenName, familyName, email: typed, ...seat }: SeatByEmail,
): Promise<{ juror: string } | Refusal> {
  const email = foldEmail(typed ?? '')
  if (email === '') return seatJuror(actor, seat)
  if (!isEmail(email)) return refuse('email-malformed', { field: 'email' })
  return allOrNothing(async () => {
    if (seat.organization) await holdOrganization(seat.organization)
    const [known] = await (await db()).select().from(personEmails).where(eq(personEmails.email, email))
    const person = known
      ? known.personId
      : await writeDown(actor, { event: seat.event, givenName, familyName, email })
    return isRefusal(person) ? person : seatJuror(actor, { ...seat, person })
  })
}

async function writeDown(
  actor: Actor,
  {
    event,
    givenName,
    familyName,
    email,
  }: { event: string; givenName: string; familyName?: string; email: string },
): Promise<string | Refusal> {
  const given = personName(givenName, 'givenName')
  if (isRefusal(given)) return given
  const family = familyName?.trim() ? personName(familyName, 'familyName') : ''
  if (isRefusal(family)) return family
  const written = await recordPerson(actor, { event, givenName: given, familyName: family, email })
  return isRefusal(written) ? written : written.person
}
