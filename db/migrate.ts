import { resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import type { PgliteDatabase } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import type { Connection } from './client'
import type * as schema from './schema'

const migrationsFolder = resolve(process.cwd(), 'drizzle')

/** Brings the database to the newest tables. Safe to run at every start. */
export async function migrate({ kind, database }: Connection): Promise<void> {
  if (kind === 'embedded')
    await migratePglite(database as PgliteDatabase<typeof schema>, { migrationsFolder })
  else await migratePostgres(database as NodePgDatabase<typeof schema>, { migrationsFolder })
}

/** How many migrations the database still lacks. */
export async function pendingMigrations({ database }: Connection): Promise<number> {
  const wanted = readMigrationFiles({ migrationsFolder }).length
  const [applied] = await database
    .select({ migrations: sql<number>`count(*)::int` })
    .from(sql`drizzle.__drizzle_migrations`)
  return wanted - (applied?.migrations ?? 0)
}
