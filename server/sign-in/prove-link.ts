import 'server-only'
import { eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { signInCodes } from '@/db/schema'
import type { Language } from '@/domain/people/languages'
import { consume } from './consume'
import { hashOf } from './hash'

/**
 * Proves an address by the mailed link. Its page consumes it by POST only: mail scanners open every link. Who comes for
 * the first time is written to in `language` from now on.
 */
export async function proveLink(
  { token }: Partial<Record<string, unknown>>,
  language: Language | null = null,
): Promise<string | null> {
  if (typeof token !== 'string') return null
  const [found] = await (await db())
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(eq(signInCodes.linkHash, hashOf(token)))
  return found ? transaction(() => consume(found.id, language)) : null
}
