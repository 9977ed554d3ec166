import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { expect, test } from 'vitest'
import { wrapPglite } from './client'
import { migrate, pendingMigrations } from './migrate'

/** Every table with its columns and constraints, as the database itself tells. */
async function shapeOf(client: PGlite): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
      from information_schema.columns where table_schema = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public' order by 1`)
  return rows.map(({ line }) => line)
}

/** The migrations without the newest one. */
function previousMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'apogee-migrations-'))
  cpSync('drizzle', folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, -1) }))
  return folder
}

test('from the previous state one comes to the same tables as from nothing', async () => {
  const [fresh, old] = [await PGlite.create('memory://'), await PGlite.create('memory://')]
  await migrate(wrapPglite(fresh))
  const folder = previousMigrations()
  await migratePglite(drizzle(old), { migrationsFolder: folder })
  rmSync(folder, { recursive: true })
  expect(await pendingMigrations(wrapPglite(old))).toBe(1)
  await migrate(wrapPglite(old))
  expect(await pendingMigrations(wrapPglite(old))).toBe(0)
  expect(await shapeOf(old)).toEqual(await shapeOf(fresh))
  expect((await shapeOf(fresh)).length).toBeGreaterThan(400)
  await Promise.all([fresh.close(), old.close()])
})
