import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails, persons } from '@/db/schema'

/** The person an address belongs to, unless disabled. */
export async function personByEmail(email: string): Promise<string | null> {
  const [found] = await (await db())
    .select({ id: persons.id })
    .from(personEmails)
    .innerJoin(persons, eq(persons.id, personEmails.personId))
    .where(
      and(
        eq(personEmails.email, email.trim().toLowerCase()),
        isNull(persons.disabledAt),
        isNull(persons.erasedAt),
      ),
    )
  return found?.id ?? null
}
