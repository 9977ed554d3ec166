import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { sheetSignatures } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { record } from '../audit'
import { now } from '../clock'

/** Withdraws a juror's signature, if one stands, in the transaction of the change that it no longer fits. */
export async function withdrawSignature(actor: Actor, event: string, juror: string): Promise<void> {
  const withdrawn = await (await db())
    .update(sheetSignatures)
    .set({ withdrawnAt: now() })
    .where(and(eq(sheetSignatures.jurorId, juror), isNull(sheetSignatures.withdrawnAt)))
    .returning({ id: sheetSignatures.id })
  if (withdrawn.length === 0) return
  await record({ actor, action: 'withdraw-signature', object: { kind: 'juror', id: juror }, event })
}
