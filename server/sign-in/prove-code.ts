import 'server-only'
import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { signInCodes } from '@/db/schema'
import type { Language } from '@/domain/people/languages'
import { realNow } from '../clock'
import { consume } from './consume'
import { hashOf } from './hash'

export const MAX_ATTEMPTS = 5

/**
 * Proves an address by the six digits of the newest mail: once, within its time, in five attempts. Who comes for the
 * first time is written to in `language` from now on.
 */
export async function proveCode(
  { email, code }: Partial<Record<string, unknown>>,
  language: Language | null = null,
): Promise<string | null> {
  if (typeof email !== 'string' || typeof code !== 'string') return null
  const address = email.trim().toLowerCase()
  const digits = code.replaceAll(/\D/g, '')
  const tried = await countAttempt(address)
  if (!tried || tried.codeHash !== hashOf(`${address}:${digits}`)) return null
  return transaction(() => consume(tried.id, language))
}

/** Counted before the comparison, in a statement of its own, so that guesses sent at once count one by one. */
async function countAttempt(email: string) {
  const newest = (await db())
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(
      and(eq(signInCodes.email, email), isNull(signInCodes.usedAt), gt(signInCodes.expiresAt, realNow())),
    )
    .orderBy(desc(signInCodes.createdAt))
    .limit(1)
  const [tried] = await (await db())
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(and(eq(signInCodes.id, sql`(${newest})`), lt(signInCodes.attempts, MAX_ATTEMPTS)))
    .returning({ id: signInCodes.id, codeHash: signInCodes.codeHash })
  return tried
}
