import 'server-only'
import type { LockableRule } from '@/domain/editions/locks'
import { ruleLocked } from '@/domain/editions/locks'
import type { Refusal } from '@/domain/refusal'
import type { EventRow } from '../events/find-event'
import { holdEdition } from './hold-edition'
import { locksOf } from './lock-queries'

/**
 * Whether the edition has locked a rule an event is about to change: null where it is free, else `rule-locked`. Asked in
 * the transaction of the change, it holds the edition, so that no lock is put on under that change.
 */
export async function refuseLocked(
  { editionId, timeZone }: Pick<EventRow, 'editionId' | 'timeZone'>,
  rule: LockableRule,
  field?: string,
): Promise<Refusal | null> {
  await holdEdition(editionId, 'to read')
  const lock = (await locksOf(editionId)).get(rule)
  return lock ? ruleLocked(lock, timeZone, field) : null
}
