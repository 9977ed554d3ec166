import 'server-only'
import { asc, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails } from '@/db/schema'

/** Where mail reaches a person: their chosen address, else the first by the alphabet. Null for who has none. */
export async function addressOf(personId: string): Promise<string | null> {
  const [found] = await (await db())
    .select({ email: personEmails.email })
    .from(personEmails)
    .where(eq(personEmails.personId, personId))
    .orderBy(desc(personEmails.isPrimary), asc(personEmails.email))
    .limit(1)
  return found?.email ?? null
}
