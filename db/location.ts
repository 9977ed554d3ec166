import { resolve } from 'node:path'

export type Location = { kind: 'postgres'; url: string } | { kind: 'embedded'; directory: string | null }

/** Where the database is: DATABASE_URL names a PostgreSQL, else it is embedded under DATA_DIR (null: in memory). */
export function databaseLocation(env: Record<string, string | undefined> = process.env): Location {
  if (env.DATABASE_URL) return { kind: 'postgres', url: env.DATABASE_URL }
  if (env.DATA_DIR === 'memory://') return { kind: 'embedded', directory: null }
  return { kind: 'embedded', directory: resolve(env.DATA_DIR ?? '.data', 'database') }
}
