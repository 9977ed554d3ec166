import 'server-only'
import { and, eq, gt, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails, persons, signInCodes } from '@/db/schema'
import type { Language } from '@/domain/people/languages'
import { record } from '../audit'
import { now, realNow } from '../clock'
import { personByEmail } from './queries'

/**
 * Uses a sign-in code or link up and gives the person whose address it proves; a first visitor becomes one here. Who
 * proves an address for the first time is written to in `language`. Null when it was used or ran out meanwhile.
 */
export async function consume(codeId: string, language: Language | null): Promise<string | null> {
  const tx = await db()
  const [used] = await tx
    .update(signInCodes)
    .set({ usedAt: realNow() })
    .where(and(eq(signInCodes.id, codeId), isNull(signInCodes.usedAt), gt(signInCodes.expiresAt, realNow())))
    .returning({ email: signInCodes.email })
  if (!used) return null
  const personId = (await personByEmail(used.email)) ?? (await admit(used.email))
  if (personId && language) await speakAtFirst(personId, language)
  if (personId) await confirm(used.email)
  return personId
}

/** A disabled person's address is known but admits nobody. */
async function admit(email: string): Promise<string | null> {
  const tx = await db()
  const [known] = await tx.select().from(personEmails).where(eq(personEmails.email, email))
  if (known) return null
  const [person] = await tx
    .insert(persons)
    .values({ givenName: '', createdAt: now() })
    .returning({ id: persons.id })
  if (!person) throw new Error('A person was not written')
  await tx.insert(personEmails).values({ email, personId: person.id })
  await record({ actor: null, action: 'admit-person', object: { kind: 'person', id: person.id } })
  return person.id
}

/** Once somebody has been here their language is theirs to change; a list they were put on knew none. */
async function speakAtFirst(personId: string, language: Language): Promise<void> {
  const tx = await db()
  const proven = tx
    .select({ one: sql`1` })
    .from(personEmails)
    .where(and(eq(personEmails.personId, persons.id), isNotNull(personEmails.confirmedAt)))
  await tx
    .update(persons)
    .set({ locale: language })
    .where(and(eq(persons.id, personId), notExists(proven)))
}

async function confirm(email: string): Promise<void> {
  await (await db())
    .update(personEmails)
    .set({ confirmedAt: now() })
    .where(and(eq(personEmails.email, email), isNull(personEmails.confirmedAt)))
}
