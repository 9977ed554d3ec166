import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLanguage, type Language } from '@/domain/people/languages'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'

/** Says in which language one is written to from now on. Refused `sign-in`, `choice-unknown`. */
export async function chooseLanguage(
  actor: Actor,
  { language }: { language: string },
): Promise<{ language: Language } | Refusal> {
  const { personId } = actor
  const no = can(actor, 'edit-own-person', { person: personId ?? undefined }, now())
  if (no) return no
  if (personId === null) return refuse('sign-in')
  if (!isLanguage(language)) return refuse('choice-unknown', { field: 'language', name: 'language' })
  return transaction(async (tx) => {
    await tx.update(persons).set({ locale: language }).where(eq(persons.id, personId))
    const object = { kind: 'person', id: personId }
    await record({ actor, action: 'choose-language', object, details: { language } })
    return { language }
  })
}
