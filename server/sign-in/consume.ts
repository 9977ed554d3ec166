import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails, persons, signInCodes } from '@/db/schema'
import { record } from '../audit'
import { now, realNow } from '../clock'
import { personByEmail } from './queries'

/**
 * Uses a sign-in code or link up and gives the person whose address it proves; a first visitor becomes one here.
 * Null when it was used or ran out meanwhile.
 */
export async function consume(codeId: string): Promise<string | null> {
  const tx = await db()
  const [used] = await tx
    .update(signInCodes)
    .set({ usedAt: realNow() })
    .where(and(eq(signInCodes.id, codeId), isNull(signInCodes.usedAt), gt(signInCodes.expiresAt, realNow())))
    .returning({ email: signInCodes.email })
  if (!used) return null
  const personId = (await personByEmail(used.email)) ?? (await admit(used.email))
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

async function confirm(email: string): Promise<void> {
  await (await db())
    .update(personEmails)
    .set({ confirmedAt: now() })
    .where(and(eq(personEmails.email, email), isNull(personEmails.confirmedAt)))
}
