import 'server-only'
import { sql } from 'drizzle-orm'
import { database } from '@/db/client'

/** The names of this installation's tables. */
export async function tableNames(): Promise<string[]> {
  const { rows } = await database.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename collate "C"`,
  )
  return rows.map(({ name }) => name)
}

/** The migrations the database has seen, in their order. */
export async function migrationsSeen(): Promise<string[]> {
  const { rows } = await database.execute<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at`,
  )
  return rows.map(({ hash }) => hash)
}

/** Whether no table holds a row. */
export async function isEmpty(): Promise<boolean> {
  for (const name of await tableNames()) {
    const { rows } = await database.execute(sql`select from ${sql.identifier(name)} limit 1`)
    if (rows.length > 0) return false
  }
  return true
}

/**
 * Takes the foreign keys away while `work` fills the tables in any order, and puts them back: what does not fit together
 * fails then. In the caller's transaction; no rights are needed but those of the tables' owner.
 */
export async function withoutForeignKeys(work: () => Promise<void>): Promise<void> {
  const { rows } = await database.execute<{ table: string; name: string; rule: string }>(
    sql`select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as rule
        from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  const alter = (table: string, change: string) => database.execute(sql.raw(`alter table ${table} ${change}`))
  for (const { table, name } of rows) await alter(table, `drop constraint "${name}"`)
  await work()
  for (const { table, name, rule } of rows) await alter(table, `add constraint "${name}" ${rule}`)
}
