import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { auditChains, auditEntries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { auditHash, GENESIS } from '../audit'
import { now } from '../clock'
import { findEvent } from '../events/find-event'

export type AuditEntry = typeof auditEntries.$inferSelect

export type ChainState =
  | { readonly intact: true; readonly entries: number }
  /** The ordinal of the first entry that does not fit what stands before it, or is missing. */
  | { readonly intact: false; readonly brokenAt: number }

/** Details that are a mark's value, or stand for one. */
const MARK_VALUES = new Set(['value', 'values', 'total', 'score', 'average'])

/** Recomputes a chain (an event's id, or `installation`) from its first entry to the end written down for it. */
export async function verifyChain(chain: string): Promise<ChainState> {
  return stateOf(await entriesOf(chain), await endOf(chain))
}

/**
 * The chain of an event for those who may read it, with whether it is intact. Mark values are hidden from those who
 * may not read the marks yet. Refused `sign-in`, `not-allowed`, `not-found`.
 */
export async function readChain(
  actor: Actor,
  address: { edition: string; event: string },
): Promise<{ state: ChainState; entries: AuditEntry[] } | Refusal> {
  const found = await findEvent(address.edition, address.event)
  if (!found) return refuse('not-found')
  const place = { event: found.facts }
  const no = can(actor, 'read-audit', place, now())
  if (no) return no
  const entries = await entriesOf(found.event.id)
  const state = stateOf(entries, await endOf(found.event.id))
  const open = can(actor, 'read-others-marks', place, now()) === null
  return {
    state,
    entries: open ? entries : entries.map((entry) => ({ ...entry, details: withoutMarks(entry.details) })),
  }
}

function stateOf(entries: readonly AuditEntry[], end: { ordinal: number; hash: string }): ChainState {
  let before = { ordinal: 0, hash: GENESIS }
  for (const { hash, at, ...entry } of entries) {
    const expected = auditHash({ ...entry, at: at.toISOString() })
    const follows = entry.ordinal === before.ordinal + 1 && entry.previousHash === before.hash
    if (!follows || expected !== hash) return { intact: false, brokenAt: entry.ordinal }
    before = { ordinal: entry.ordinal, hash }
  }
  return before.ordinal === end.ordinal && before.hash === end.hash
    ? { intact: true, entries: entries.length }
    : { intact: false, brokenAt: before.ordinal + 1 }
}

const entriesOf = async (chain: string): Promise<AuditEntry[]> =>
  (await db())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.chain, chain))
    .orderBy(asc(auditEntries.ordinal))

async function endOf(chain: string): Promise<{ ordinal: number; hash: string }> {
  const [end] = await (await db()).select().from(auditChains).where(eq(auditChains.chain, chain))
  return end ?? { ordinal: 0, hash: GENESIS }
}

function withoutMarks(details: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, MARK_VALUES.has(key) ? 'hidden' : inner(value)]),
  )
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner)
  if (typeof value === 'object' && value !== null) return withoutMarks(value as Record<string, unknown>)
  return value
}
