import 'server-only'
import { count, eq, getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import * as schema from '@/db/schema'

/** A column that points to an organization, and the columns that tell its rows apart. */
export interface Reference {
  readonly name: string
  readonly table: PgTable
  readonly property: string
  readonly column: PgColumn
  readonly key: Record<string, PgColumn>
}

/** A merge's own record goes on naming both, and so does what was proposed. */
const OWN_RECORDS = new Set(['organization_merges', 'merge_proposals'])

/** Every column of every table that points to an organization, read off the tables: one that is added is merged too. */
export const REFERENCES: readonly Reference[] = (Object.values(schema) as unknown[])
  .filter((value): value is PgTable => value instanceof PgTable && !OWN_RECORDS.has(getTableName(value)))
  .flatMap((table) => {
    const { foreignKeys, primaryKeys } = getTableConfig(table)
    const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>)
    const composite = new Set(primaryKeys.flatMap((one) => one.columns.map(({ name }) => name)))
    const key = Object.fromEntries(
      columns.filter(([, column]) => column.primary || composite.has(column.name)),
    )
    const pointing = foreignKeys
      .map((foreign) => foreign.reference())
      .filter(({ foreignTable }) => foreignTable === schema.organizations)
      .map(({ columns: [own] }) => own)
    return columns
      .filter(([, column]) => pointing.includes(column as never))
      .map(([property, column]) => ({
        name: `${getTableName(table)}.${property}`,
        ...{ table, property, column, key },
      }))
  })

/** How many rows point to an organization, by reference; those without any are left out. */
export async function countReferences(organization: string): Promise<{ name: string; rows: number }[]> {
  const tx = await db()
  const counted = []
  for (const { name, table, column } of REFERENCES) {
    const [found] = await tx.select({ rows: count() }).from(table).where(eq(column, organization))
    if (found && found.rows > 0) counted.push({ name, rows: found.rows })
  }
  return counted
}
