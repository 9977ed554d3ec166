import 'server-only'
import { and, eq, max } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { editionLocks } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { LockableRule } from '@/domain/editions/locks'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { writtenReason } from '../judging/written-reason'
import { holdEdition } from './hold-edition'

/**
 * Takes a rule out of the hands of an edition's events: what each has stays, and none changes it while this holds. Only
 * the competition's owner. Each time is a version of its own. Refused `reason-missing`, `reason-long`, and
 * `rule-locked-already` where it is locked.
 */
export async function lockRule(
  actor: Actor,
  { edition: id, rule, reason: typed }: { edition: string; rule: LockableRule; reason: string },
): Promise<{ version: number } | Refusal> {
  return transaction(async (tx) => {
    const edition = await holdEdition(id, 'to change')
    if (!edition) return refuse('not-found')
    const no = can(actor, 'lock-rules', { edition: id, competition: edition.competitionId }, now())
    if (no) return no
    const { personId } = actor
    if (personId === null) return refuse('sign-in')
    const reason = writtenReason(typed)
    if (isRefusal(reason)) return reason
    const [before] = await tx
      .select({ version: max(editionLocks.version) })
      .from(editionLocks)
      .where(and(eq(editionLocks.editionId, id), eq(editionLocks.rule, rule)))
    const version = (before?.version ?? 0) + 1
    const [made] = await tx
      .insert(editionLocks)
      .values({ editionId: id, rule, version, reason, lockedAt: now(), lockedBy: personId })
      .onConflictDoNothing()
      .returning({ id: editionLocks.id })
    if (!made) return refuse('rule-locked-already', { rule })
    await record({
      actor,
      action: 'lock-rule',
      object: { kind: 'edition', id },
      details: { rule, version, lock: made.id },
    })
    return { version }
  })
}
