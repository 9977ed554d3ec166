import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type DomainHolder, ownerOfMost } from '@/domain/organizations/domain-owner'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { Field } from '@/domain/registration/import/fields'
import type { Corrections } from '@/domain/registration/import/lines'
import type { ImportPlan, ListToPlan } from '@/domain/registration/import/plan'
import { planImports } from '@/domain/registration/import/plan-imports'
import { type ListRow, rowsOf } from '@/domain/registration/import/rows'
import type { Encoding, Table } from '@/domain/registration/import/table'
import { now } from '../../clock'
import { type FoundEvent, findEventById, isUuid } from '../../events/find-event'
import { importContext } from './known'
import { readList } from './read-list'

/** A list as it came, and what the organizer has said about it. */
export interface GivenList {
  readonly name: string
  readonly bytes: Uint8Array
  /** Absent: the institution that owns most of its addresses. */
  readonly institution?: string
  readonly encoding?: Encoding
  readonly columns?: readonly (Field | null)[]
  readonly corrections?: Corrections
  readonly leftOut?: readonly number[]
}

export interface Import {
  readonly event: string
  readonly lists: readonly GivenList[]
}

/** A dry run: how each list was read, and what importing them together would do by line. Nothing is written. */
export async function planImport(
  actor: Actor,
  input: Import,
): Promise<{ plan: ImportPlan; tables: readonly Table[]; event: FoundEvent } | Refusal> {
  const event = await findEventById(input.event)
  if (!event) return refuse('not-found')
  const no = can(actor, 'import-lists', { event: event.facts }, now())
  if (no) return no
  if (input.lists.length === 0) return refuse('list-none')
  const tables = await readAll(input.lists)
  if (isRefusal(tables)) return tables
  const context = await importContext(event.event)
  const lists = toPlan(input.lists, tables, context.institutions)
  return isRefusal(lists) ? lists : { plan: planImports(lists, context), tables, event }
}

async function readAll(lists: readonly GivenList[]): Promise<Table[] | Refusal> {
  const tables: Table[] = []
  for (const { name, bytes, encoding } of lists) {
    const table = await readList(name, bytes, { encoding })
    if (isRefusal(table)) return table
    tables.push(table)
  }
  return tables
}

function toPlan(
  given: readonly GivenList[],
  tables: readonly Table[],
  institutions: readonly DomainHolder[],
): ListToPlan[] | Refusal {
  const lists: ListToPlan[] = []
  for (const [index, table] of tables.entries()) {
    const { name, columns, corrections, leftOut, institution } = given[index] as GivenList
    const rows = rowsOf(table, columns)
    if (isRefusal(rows)) return rows
    const institutionId = institution ?? ownerOfMost(addressesOf(rows), institutions)?.id
    if (institutionId === undefined || !isUuid(institutionId))
      return refuse('list-whose', { field: 'institution', name })
    lists.push({ name, institutionId, rows, corrections, leftOut })
  }
  return lists
}

const addressesOf = (rows: readonly ListRow[]) =>
  rows.flatMap(({ cells }) => (cells.email ? [cells.email.trim()] : []))
