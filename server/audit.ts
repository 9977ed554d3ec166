import 'server-only'
import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { auditChains, auditEntries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { now } from './clock'

export interface Deed {
  readonly actor: Actor | null
  /** The verb: the use case's file name. */
  readonly action: string
  readonly object: { readonly kind: string; readonly id: string }
  /** The event whose chain it joins; without one, the installation's. */
  readonly event?: string
  /** Ids, figures and states; never a name or an address. */
  readonly details?: Record<string, unknown>
}

/** What the first entry of a chain stands on. */
export const GENESIS = '0'.repeat(64)

/** SHA-256 over canonical JSON of the entry and the hash before it. */
export function auditHash(entry: Record<string, unknown>): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex')
}

/**
 * Adds to the audit chain, in the transaction of the change it tells of (it starts one if there is none).
 * The chain's row lock puts simultaneous entries in order, so it is written last.
 */
export async function record({ actor, action, object, event, details = {} }: Deed): Promise<void> {
  const chain = event ?? 'installation'
  await transaction(async (tx) => {
    await tx.insert(auditChains).values({ chain, ordinal: 0, hash: GENESIS }).onConflictDoNothing()
    const [end] = await tx.select().from(auditChains).where(eq(auditChains.chain, chain)).for('update')
    if (!end) throw new Error(`Audit chain ${chain} is missing`)
    const entry = {
      chain,
      ordinal: end.ordinal + 1,
      actorId: actor?.personId ?? null,
      action,
      objectKind: object.kind,
      objectId: object.id,
      details: JSON.parse(JSON.stringify(details)) as Record<string, unknown>,
      at: now(),
      previousHash: end.hash,
    }
    const hash = auditHash({ ...entry, at: entry.at.toISOString() })
    await tx.insert(auditEntries).values({ ...entry, hash })
    await tx
      .update(auditChains)
      .set({ ordinal: sql`${auditChains.ordinal} + 1`, hash })
      .where(eq(auditChains.chain, chain))
  })
}
