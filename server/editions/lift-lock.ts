import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { editionLocks } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { LockableRule } from '@/domain/editions/locks'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { holdEdition } from './hold-edition'

/**
 * Gives a rule back to an edition's events. Only the competition's owner; the lock stays on record with who lifted it.
 * Refused `rule-open` where none is in force.
 */
export async function liftLock(
  actor: Actor,
  { edition: id, rule }: { edition: string; rule: LockableRule },
): Promise<{ version: number } | Refusal> {
  return transaction(async (tx) => {
    const edition = await holdEdition(id, 'to change')
    if (!edition) return refuse('not-found')
    const no = can(actor, 'lock-rules', { edition: id, competition: edition.competitionId }, now())
    if (no) return no
    const [lifted] = await tx
      .update(editionLocks)
      .set({ liftedAt: now(), liftedBy: actor.personId })
      .where(and(eq(editionLocks.editionId, id), eq(editionLocks.rule, rule), isNull(editionLocks.liftedAt)))
      .returning({ id: editionLocks.id, version: editionLocks.version })
    if (!lifted) return refuse('rule-open', { rule })
    await record({
      actor,
      action: 'lift-lock',
      object: { kind: 'edition', id },
      details: { rule, version: lifted.version, lock: lifted.id },
    })
    return { version: lifted.version }
  })
}
