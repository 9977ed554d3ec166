import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import type { ImportPlan } from '@/domain/registration/import/plan'
import type { Table } from '@/domain/registration/import/table'
import type { FoundEvent } from '../../events/find-event'
import { checkImport, type Import } from './check-import'

export type { GivenList, Import } from './check-import'

/**
 * A dry run: how each list was read, and what importing them together would do by line. Nothing is written. Refused
 * with the first list that cannot be read.
 */
export async function planImport(
  actor: Actor,
  input: Import,
): Promise<{ plan: ImportPlan; tables: readonly Table[]; event: FoundEvent } | Refusal> {
  const checked = await checkImport(actor, input)
  if (isRefusal(checked)) return checked
  const refused = checked.lists.find(({ refusal }) => refusal)?.refusal
  if (refused) return refused
  const tables = checked.lists.flatMap(({ table }) => table ?? [])
  return { plan: checked.plan, tables, event: checked.event }
}
