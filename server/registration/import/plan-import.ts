import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { type CheckedImport, checkImport, type Import } from './check-import'

export type { GivenList, Import } from './check-import'

/**
 * A dry run: how each list was read, and what importing them together would do by line. Nothing is written. Refused
 * with the first list that cannot be read.
 */
export async function planImport(actor: Actor, input: Import): Promise<CheckedImport | Refusal> {
  const checked = await checkImport(actor, input)
  if (isRefusal(checked)) return checked
  return checked.lists.find(({ refusal }) => refusal)?.refusal ?? checked
}
