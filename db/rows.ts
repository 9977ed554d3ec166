import { getTableColumns, type InferInsertModel, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'

/** The rows of a subquery as a list in one column; numbers, texts and booleans only, for they travel as JSON. */
export const listOf = <T>(query: SQL) =>
  sql<T[]>`(select coalesce(json_agg(found), '[]'::json) from (${query}) found)`

/**
 * A table's rows out of one parameter, so that a statement prepared once takes any number of them. `beside` names what
 * must hold a row for any to come of it.
 */
export function rowsOf(table: PgTable, parameter: string, beside: SQL): SQL {
  const columns = sql.join(Object.values(getTableColumns(table)), sql`, `)
  return sql`select ${columns}
    from json_populate_recordset(null::${table}, ${sql.placeholder(parameter)}::json) as ${table}, ${beside}`
}

/** Rows as that parameter; a column that is left out is null, whatever its default. */
export function asParameter<T extends PgTable>(_table: T, rows: readonly InferInsertModel<T>[]): string {
  return JSON.stringify(rows.map(inColumns))
}

/** A row in the words of its table. */
export const inColumns = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [toSnakeCase(name), value]))
