import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type DomainHolder, ownerOfMost } from '@/domain/organizations/domain-owner'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { ImportPlan, ListToPlan } from '@/domain/registration/import/plan'
import { planImports } from '@/domain/registration/import/plan-imports'
import { type ListRow, rowsOf } from '@/domain/registration/import/rows'
import type { Table } from '@/domain/registration/import/table'
import { now } from '../../clock'
import { type FoundEvent, findEventById } from '../../events/find-event'
import { isOrganization } from '../../organizations/find-organization'
import type { GivenList } from './given-list'
import { importContext } from './known'
import { readList } from './read-list'

export type { GivenList } from './given-list'

export interface Import {
  readonly event: string
  readonly lists: readonly GivenList[]
}

/** A list as far as it could be read: what stands in its way is named, and the rest of it is still shown. */
export interface CheckedList {
  readonly name: string
  readonly table: Table | null
  readonly institution: string | null
  /** Why it is not in the plan, or null. */
  readonly refusal: Refusal | null
}

export interface CheckedImport {
  readonly event: FoundEvent
  readonly lists: readonly CheckedList[]
  /** Of the lists that could be read. */
  readonly plan: ImportPlan
}

/**
 * Reads each list and plans those that can be: one that cannot be read, has no column for names or addresses
 * (`list-columns-missing`) or is nobody's (`list-whose`) stands with its refusal among the others. Nothing is written.
 */
export async function checkImport(actor: Actor, input: Import): Promise<CheckedImport | Refusal> {
  const event = await findEventById(input.event)
  if (!event) return refuse('not-found')
  const no = can(actor, 'import-lists', { event: event.facts }, now())
  if (no) return no
  if (input.lists.length === 0) return refuse('list-none')
  const context = await importContext(event.event)
  const lists: CheckedList[] = []
  const planned: ListToPlan[] = []
  for (const given of input.lists) {
    const { checked, toPlan } = await checkList(given, context.institutions)
    lists.push(checked)
    if (toPlan) planned.push(toPlan)
  }
  return { event, lists, plan: planImports(planned, context) }
}

async function checkList(
  { name, bytes, encoding, separator, columns, corrections, leftOut, institution }: GivenList,
  institutions: readonly DomainHolder[],
): Promise<{ checked: CheckedList; toPlan?: ListToPlan }> {
  const table = await readList(name, bytes, { encoding, separator })
  if (isRefusal(table)) return { checked: { name, table: null, institution: null, refusal: table } }
  const rows = rowsOf(table, columns)
  if (isRefusal(rows)) return { checked: { name, table, institution: institution ?? null, refusal: rows } }
  const owner = institution ?? ownerOfMost(addressesOf(rows), institutions)?.id
  if (owner === undefined || !(await isOrganization(owner))) {
    const refusal = refuse('list-whose', { field: 'institution', name })
    return { checked: { name, table, institution: null, refusal } }
  }
  return {
    checked: { name, table, institution: owner, refusal: null },
    toPlan: { name, institutionId: owner, rows, corrections, leftOut },
  }
}

const addressesOf = (rows: readonly ListRow[]) =>
  rows.flatMap(({ cells }) => (cells.email ? [cells.email.trim()] : []))
