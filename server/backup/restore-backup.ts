import 'server-only'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { connection, database, transaction } from '@/db/client'
import { journalFile, setJournalAside } from '@/db/journal'
import { migrate } from '@/db/migrate'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { env } from '../env'
import { fileStore } from '../files/file-store'
import { type Contents, filesOf, rowsOf, verifyBackup } from './format'
import { isEmpty, migrationsSeen, tableNames, withoutForeignKeys } from './tables'
import { settleDatabase } from './take-backup'

export interface Restored {
  readonly takenAt: string
  readonly tables: number
  readonly rows: number
  /** Uploaded files that are kept here again. */
  readonly files: number
  /** The journal of what was here before, under its new name; it is not part of what was restored. */
  readonly journalAside: string | null
}

/**
 * Fills this installation from a backup, all or nothing, after reading the backup from end to end. What was here goes
 * only with `replace`, but for uploaded files: they are kept under their content's digest, so what is here stays beside
 * what comes. The journal of before is put aside. Refused `backup-damaged`, `backup-unreadable`,
 * `restore-not-empty`, and `backup-of-other-version` when it was taken with other tables.
 */
export async function restoreBackup(
  file: string,
  { replace }: { replace: boolean },
): Promise<Restored | Refusal> {
  const contents = await verifyBackup(file)
  if (isRefusal(contents)) return contents
  const { head, tables, files } = contents
  await migrate(await connection())
  const here = await migrationsSeen()
  if (here.join() !== head.migrations.join()) {
    return refuse('backup-of-other-version', { taken: head.migrations.length, here: here.length })
  }
  if (!replace && !(await isEmpty())) return refuse('restore-not-empty')
  for await (const { name, bytes } of filesOf(file)) await fileStore().put(name, bytes)
  const journalAside = await transaction(async () => {
    await withoutForeignKeys(() => fill(file, contents))
    const journal = journalFile()
    return journal && setJournalAside(journal)
  })
  keepSecret(head.secret)
  await database.execute(sql`analyze`)
  await settleDatabase()
  const rows = [...tables.values()].reduce((sum, count) => sum + count, 0)
  return { takenAt: head.takenAt, tables: tables.size, rows, files, journalAside }
}

async function fill(file: string, { tables }: Contents): Promise<void> {
  const names = await tableNames()
  await database.execute(sql.raw(`truncate ${names.map((name) => `"${name}"`).join(', ')}`))
  const stranger = [...tables.keys()].find((name) => !names.includes(name))
  if (stranger) throw new Error(`The backup holds a table of no known name: ${stranger}`)
  for await (const { table, rows } of rowsOf(file)) {
    const into = sql.identifier(table)
    await database.execute(
      sql`insert into ${into} select * from json_populate_recordset(null::${into}, ${`[${rows.join()}]`}::json)`,
    )
  }
}

/** Links and codes are known by this secret only; one that was set in the environment stands above it. */
function keepSecret(secret: string | null): void {
  const { AUTH_SECRET, DATA_DIR } = env()
  if (secret === null || AUTH_SECRET) return
  const file = join(resolve(DATA_DIR), 'auth-secret')
  if (existsSync(file) && readFileSync(file, 'utf8') !== secret)
    console.error(`${file} now holds the secret of the backup: everybody signs in again.`)
  writeFileSync(file, secret, { mode: 0o600 })
}
