import 'server-only'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { personEmails, persons, signInCodes } from '@/db/schema'
import { realNow } from '../clock'
import { hashOf } from './hash'

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

/** How often the newest live code of an address was tried; null when none is waiting. */
export async function attemptsMade(email: string): Promise<number | null> {
  const [newest] = await (await db())
    .select({ attempts: signInCodes.attempts })
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.email, email.trim().toLowerCase()),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, realNow()),
      ),
    )
    .orderBy(desc(signInCodes.createdAt))
    .limit(1)
  return newest?.attempts ?? null
}

/** Whose mail a link came in and where it leads, while it still works. Looking does not use it up. */
export async function linkByToken(token: string): Promise<{ email: string; next: string | null } | null> {
  const [found] = await (await db())
    .select({ email: signInCodes.email, next: signInCodes.nextPath })
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.linkHash, hashOf(token)),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, realNow()),
      ),
    )
  return found ?? null
}
