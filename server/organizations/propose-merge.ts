import 'server-only'
import { and, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { db, transaction } from '@/db/client'
import { mergeProposals, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isLegible } from '@/domain/legible'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById, isUuid } from '../events/find-event'
import { writtenReason } from '../judging/written-reason'
import { REFERENCES } from './references'

/**
 * Tells who administers the edition that two organizations are one, of which the event uses at least one; the reason may
 * be left out. Refused `merge-itself`, `merge-elsewhere` when the event uses neither, `merge-proposed` while the same two
 * wait for an answer, whichever way round.
 */
export async function proposeMerge(
  actor: Actor,
  input: { readonly event: string; readonly merged: string; readonly into: string; readonly reason?: string },
): Promise<{ proposal: string } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'propose-merge', { event: found.facts }, now())
  if (no) return no
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  const reason = isLegible(input.reason ?? '') ? writtenReason(input.reason) : null
  if (isRefusal(reason)) return reason
  const { event, merged, into } = input
  const both = [merged, into]
  if (merged === into) return refuse('merge-itself', { field: 'into' })
  if (!both.every(isUuid)) return refuse('not-found')
  return transaction(async (tx) => {
    // Who merges one of them holds it, and who proposes the same comes after: neither slips past the other.
    const held = await tx
      .select({ id: organizations.id })
      .from(organizations)
      .where(and(inArray(organizations.id, both), isNull(organizations.mergedIntoId)))
      .orderBy(organizations.id)
      .for('no key update')
    if (held.length < 2) return refuse('not-found')
    if (!(await isUsed(event, both))) return refuse('merge-elsewhere')
    const [waiting] = await tx
      .select({ id: mergeProposals.id })
      .from(mergeProposals)
      .where(
        and(
          inArray(mergeProposals.mergedId, both),
          inArray(mergeProposals.intoId, both),
          isNull(mergeProposals.decidedAt),
        ),
      )
    if (waiting) return refuse('merge-proposed', { field: 'into' })
    const [made] = await tx
      .insert(mergeProposals)
      .values({
        eventId: event,
        mergedId: merged,
        intoId: into,
        reason,
        proposedAt: now(),
        proposedBy: personId,
      })
      .returning({ id: mergeProposals.id })
    if (!made) throw new Error('A proposal was not written')
    const object = { kind: 'merge-proposal', id: made.id }
    await record({ actor, action: 'propose-merge', object, event, details: { merged, into } })
    return { proposal: made.id }
  })
}

/** Whether anything of the event points to one of these. */
async function isUsed(event: string, ids: readonly string[]): Promise<boolean> {
  const tx = await db()
  for (const { table, column } of REFERENCES) {
    const { eventId } = getTableColumns(table) as Record<string, PgColumn>
    if (!eventId) continue
    const [used] = await tx
      .select({ one: sql`1` })
      .from(table)
      .where(and(eq(eventId, event), inArray(column, [...ids])))
      .limit(1)
    if (used) return true
  }
  return false
}
