import { resolve } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import type { Connection } from './client'

const migrationsFolder = resolve(process.cwd(), 'drizzle')

/** Brings the database to the newest tables. Safe to run at every start. */
export async function migrate({ pool }: Connection): Promise<void> {
  await runMigrations(drizzle(pool), { migrationsFolder })
}

/** How many migrations the database still lacks. */
export async function pendingMigrations({ pool }: Connection): Promise<number> {
  const wanted = readMigrationFiles({ migrationsFolder }).length
  const { rows } = await pool.query<{ done: number }>(
    'select count(*)::int as done from drizzle.__drizzle_migrations',
  )
  return wanted - (rows[0]?.done ?? 0)
}
