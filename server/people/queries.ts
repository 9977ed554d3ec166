import 'server-only'
import { asc, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails, persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'

/** The addresses a person is known by, the primary one first. */
export async function addressesOf(personId: string): Promise<string[]> {
  const rows = await (await db())
    .select({ email: personEmails.email })
    .from(personEmails)
    .where(eq(personEmails.personId, personId))
    .orderBy(desc(personEmails.isPrimary), asc(personEmails.email))
  return rows.map(({ email }) => email)
}

/** Who the actor is, to themselves; null for nobody. An empty name has yet to be asked for. */
export async function ownName(actor: Actor): Promise<{ givenName: string; familyName: string } | null> {
  if (actor.personId === null) return null
  const [found] = await (await db())
    .select({ givenName: persons.givenName, familyName: persons.familyName })
    .from(persons)
    .where(eq(persons.id, actor.personId))
  return found ?? null
}
