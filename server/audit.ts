import 'server-only'
import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { database, transaction } from '@/db/client'
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

/** The end of an event's chain, held by the transaction that took its turn. */
export type Turn = typeof auditChains.$inferSelect

/**
 * Takes the event's turn, in the caller's transaction: everyone else who writes to its chain waits until that ends. A
 * use case that must decide on what cannot change under it (marks, ballots, closing) takes its turn before it reads.
 */
export async function takeTurn(event?: string): Promise<Turn> {
  const chain = event ?? 'installation'
  const [end] = await endOfChain.execute({ chain })
  if (!end) throw new Error(`Audit chain ${chain} is missing`)
  return end
}

const endOfChain = database
  .insert(auditChains)
  .values({ chain: sql.placeholder('chain'), ordinal: 0, hash: GENESIS })
  .onConflictDoUpdate({ target: auditChains.chain, set: { ordinal: sql`${auditChains.ordinal}` } })
  .returning()
  .prepare('end-of-chain')

/** The entry that tells of a deed, standing on the end of its chain. */
export function entryAfter(end: Turn, { actor, action, object, details = {} }: Deed) {
  const entry = {
    chain: end.chain,
    ordinal: end.ordinal + 1,
    actorId: actor?.personId ?? null,
    action,
    objectKind: object.kind,
    objectId: object.id,
    details: JSON.parse(JSON.stringify(details)) as Record<string, unknown>,
    at: now(),
    previousHash: end.hash,
  }
  return { ...entry, hash: auditHash({ ...entry, at: entry.at.toISOString() }) }
}

/**
 * Adds to the audit chain, in the transaction of the change it tells of (it starts one if there is none).
 * The chain's row lock puts simultaneous entries in order, so it is written last. Who has taken the turn before, and
 * has recorded nothing since, may hand it over.
 */
export async function record(deed: Deed, turn?: Turn): Promise<void> {
  await transaction(async () => {
    await addEntry.execute(entryAfter(turn ?? (await takeTurn(deed.event)), deed))
  })
}

const added = database.$with('added').as(
  database
    .insert(auditEntries)
    .values({
      chain: sql.placeholder('chain'),
      ordinal: sql.placeholder('ordinal'),
      actorId: sql.placeholder('actorId'),
      action: sql.placeholder('action'),
      objectKind: sql.placeholder('objectKind'),
      objectId: sql.placeholder('objectId'),
      details: sql.placeholder('details'),
      at: sql.placeholder('at'),
      previousHash: sql.placeholder('previousHash'),
      hash: sql.placeholder('hash'),
    })
    .returning({ ordinal: auditEntries.ordinal, hash: auditEntries.hash }),
)

/** The entry and the chain's new end, in one statement. */
const addEntry = database
  .with(added)
  .update(auditChains)
  .set({ ordinal: sql`(select ordinal from added)`, hash: sql`(select hash from added)` })
  .where(eq(auditChains.chain, sql.placeholder('chain')))
  .prepare('add-audit-entry')
