import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { personName } from '@/domain/people/person-name'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'

export interface PersonName {
  readonly givenName: string
  readonly familyName: string
}

/**
 * Writes one's own name down, at the first use or corrected later. The family name may be empty: not everybody has one.
 * Refused `sign-in`, `name-unreadable`, `name-long`.
 */
export async function namePerson(
  actor: Actor,
  input: { givenName: string; familyName?: string },
): Promise<PersonName | Refusal> {
  const { personId } = actor
  const no = can(actor, 'edit-own-person', { person: personId ?? undefined }, now())
  if (no) return no
  if (personId === null) return refuse('sign-in')
  const givenName = personName(input.givenName, 'givenName')
  if (isRefusal(givenName)) return givenName
  const familyName = input.familyName?.trim() ? personName(input.familyName, 'familyName') : ''
  if (isRefusal(familyName)) return familyName
  return transaction(async (tx) => {
    await tx.update(persons).set({ givenName, familyName }).where(eq(persons.id, personId))
    await record({ actor, action: 'name-person', object: { kind: 'person', id: personId } })
    return { givenName, familyName }
  })
}
