import 'server-only'
import { ownerOfMost } from '@/domain/organizations/domain-owner'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { type Field, mapColumns } from '@/domain/registration/import/fields'
import type { ImportPlan, ListToPlan } from '@/domain/registration/import/plan'
import { planImports } from '@/domain/registration/import/plan-imports'
import { proposedBy } from '@/domain/registration/import/proposed'
import { rememberingMost, tellsPeople } from '@/domain/registration/import/remembered'
import { type ListRow, rowsOf } from '@/domain/registration/import/rows'
import type { Table } from '@/domain/registration/import/table'
import type { CheckContext } from './context'
import type { GivenList } from './given-list'
import { readList } from './read-list'

/** A list as far as it could be read: what stands in its way is named, and the rest of it is still shown. */
export interface CheckedList {
  readonly name: string
  /** With the columns in use: said by hand, remembered, or by their headings. */
  readonly table: Table | null
  readonly institution: string | null
  /** The institution whose earlier list said what the columns hold, or null. */
  readonly remembered: string | null
  /** Whether the columns were said by hand, and otherwise than they would be guessed. */
  readonly byHand: boolean
  /** Where it is not clear whose list it is: the institutions its file name or its headings may mean. */
  readonly proposed: readonly { readonly id: string; readonly name: string }[]
  /** Why it is not in the plan, or null. */
  readonly refusal: Refusal | null
}

export interface CheckedLists {
  readonly lists: readonly CheckedList[]
  /** Of the lists that could be read. */
  readonly plan: ImportPlan
}

/** The lists as far as they could be read, and those of them that can be planned. */
export interface ReadLists {
  readonly lists: readonly CheckedList[]
  readonly toPlan: readonly ListToPlan[]
}

/** Reads each list; asks nobody anything beside what it is given. */
export async function readLists(given: readonly GivenList[], context: CheckContext): Promise<ReadLists> {
  const lists: CheckedList[] = []
  const toPlan: ListToPlan[] = []
  for (const one of given) {
    const read = await checkList(one, context)
    lists.push(read.list)
    if (read.toPlan) toPlan.push(read.toPlan)
  }
  return { lists, toPlan }
}

/** Plans what could be read. */
export const planLists = ({ lists, toPlan }: ReadLists, context: CheckContext): CheckedLists => ({
  lists,
  plan: planImports(toPlan, context),
})

async function checkList(
  given: GivenList,
  context: CheckContext,
): Promise<{ list: CheckedList; toPlan?: ListToPlan }> {
  const { name, bytes, encoding, separator, sheet, corrections, leftOut } = given
  const unread = { name, table: null, institution: null, remembered: null, byHand: false, proposed: [] }
  const read = await readList(name, bytes, { encoding, separator, sheet })
  if (isRefusal(read)) return { list: { ...unread, refusal: read } }
  const { columns, remembered, owner } = settle(read, given, context)
  const table = { ...read, columns }
  const rows = rowsOf(table)
  if (isRefusal(rows))
    return { list: { ...unread, table, institution: given.institution ?? null, refusal: rows } }
  const institution = context.organizations.find(({ id }) => id === owner)?.id
  if (institution === undefined) {
    const refusal = refuse('list-whose', { field: 'institution', name })
    return { list: { ...unread, table, remembered, proposed: proposals(name, remembered, context), refusal } }
  }
  return {
    list: {
      ...unread,
      table,
      institution,
      remembered,
      byHand: isByHand(given, read, owner, context),
      refusal: null,
    },
    toPlan: { name, institutionId: institution, rows, corrections, leftOut },
  }
}

interface Settled {
  readonly columns: readonly (Field | null)[]
  readonly remembered: string | null
  readonly owner: string | undefined
}

/**
 * What the columns hold and whose list it is, each of which tells the other: said by hand before remembered before
 * recognised. Where no heading is known for an address, the institution that remembers these headings reads them.
 */
function settle(table: Table, given: GivenList, { institutions, memories }: CheckContext): Settled {
  const { headings } = table
  const ownerBy = (columns: readonly (Field | null)[]) =>
    given.institution ?? ownerOfMost(addressesOf(rowsOf(table, columns)), institutions)?.id
  if (given.columns) return { columns: given.columns, remembered: null, owner: ownerBy(given.columns) }

  const recognised = table.columns.includes('email')
  const reader = given.institution ?? (recognised ? null : rememberingMost(headings, memories))
  const first = reader ? mapColumns(headings, memories.get(reader)) : table.columns
  const owner = ownerBy(first)
  const source = owner !== undefined && memories.has(owner) ? owner : reader
  const memory = source ? memories.get(source) : undefined
  if (!memory) return { columns: first, remembered: null, owner }
  const columns = mapColumns(headings, memory)
  // A column that another list left out may be the only one of this one that holds the address.
  if (!tellsPeople(columns) && tellsPeople(table.columns))
    return { columns: table.columns, remembered: null, owner }
  const differs = columns.some((field, at) => field !== table.columns[at])
  return { columns, remembered: differs ? source : null, owner: owner ?? ownerBy(columns) }
}

function isByHand(
  { columns }: GivenList,
  { headings }: Table,
  owner: string | undefined,
  { memories }: CheckContext,
): boolean {
  const guessed = mapColumns(headings, memories.get(owner ?? ''))
  return columns?.some((field, at) => field !== guessed[at]) ?? false
}

function proposals(name: string, remembered: string | null, { organizations }: CheckContext) {
  const known = organizations.filter(({ id }) => id === remembered)
  return [...new Set([...known, ...proposedBy(name, organizations)])].map(({ id, name }) => ({ id, name }))
}

const addressesOf = (rows: readonly ListRow[] | Refusal) =>
  isRefusal(rows) ? [] : rows.flatMap(({ cells }) => (cells.email ? [cells.email.trim()] : []))
