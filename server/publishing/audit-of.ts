import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { auditEntries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { findEvent } from '../events/find-event'
import { juryRecord } from '../judging/jury-record'
import { juryPlace } from '../ranking/jury-place'

export interface AuditLine {
  readonly ordinal: number
  readonly actor: string | null
  readonly action: string
  readonly object: { readonly kind: string; readonly id: string }
  readonly at: string
  readonly details: Record<string, unknown> | null
  readonly previousHash: string
  readonly hash: string
}

/**
 * An event's audit chain, oldest first. The details, which may hold places and decisions, are hidden from those who may
 * not read marks yet; the hashes are not.
 */
export async function auditOf(actor: Actor, edition: string, event: string): Promise<AuditLine[] | Refusal> {
  const found = await findEvent(edition, event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'read-audit', { event: found.facts }, now())
  if (no) return no
  const place = juryPlace(actor, found, await juryRecord(found.event.id))
  const hidden = can(actor, 'read-others-marks', place, now()) !== null
  const rows = await (await db())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.chain, found.event.id))
    .orderBy(asc(auditEntries.ordinal))
  return rows.map(({ ordinal, actorId, action, objectKind, objectId, at, details, previousHash, hash }) => ({
    ordinal,
    actor: actorId,
    action,
    object: { kind: objectKind, id: objectId },
    at: at.toISOString(),
    details: hidden ? null : details,
    previousHash,
    hash,
  }))
}
