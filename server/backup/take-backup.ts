import 'server-only'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { getTableName, isNotNull, sql } from 'drizzle-orm'
import { connection, database, transaction } from '@/db/client'
import { databaseLocation } from '@/db/location'
import { decks, importDraftLists, importDrafts } from '@/db/schema'
import { syncTree } from '@/db/sync-tree'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { realNow } from '../clock'
import { env } from '../env'
import { fileStore } from '../files/file-store'
import { deckFile } from '../files/first-page'
import { openedJournal } from '../journal/keep'
import { Checksum, FORMAT, type Head, verifyBackup } from './format'
import { migrationsSeen, tableNames } from './tables'

export interface Backup {
  readonly file: string
  readonly tables: number
  readonly rows: number
  /** Uploaded decks that are in it. */
  readonly files: number
  /** Uploaded decks the database knows and the store has no longer. */
  readonly lost: number
  readonly bytes: number
}

/**
 * Writes everything this installation holds to a file, as it is at one moment, while people go on. The file is there
 * when it is whole, on the disk and read again, and only then a new journal begins. Refused `backup-unwritable`.
 * There is no web role for this (ADM-06): it is asked from the command line of the host.
 */
export async function takeBackup(file: string): Promise<Backup | Refusal> {
  const journal = openedJournal()
  const part = `${file}.part`
  try {
    // What the journal holds up to here was committed before the copy begins.
    const position = await journal?.position()
    const known = await writeWhole(part)
    const contents = await verifyBackup(part)
    if (isRefusal(contents)) return contents
    await rename(part, file)
    await syncTree(dirname(file), { deep: false })
    if (journal && position !== undefined) {
      await settleDatabase()
      await journal.rotate(position)
    }
    const rows = [...contents.tables.values()].reduce((sum, count) => sum + count, 0)
    const { files, tables } = contents
    return { file, tables: tables.size, rows, files, lost: known - files, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return refuse('backup-unwritable', { file, code: 'code' in error ? String(error.code) : error.message })
  }
}

/** Writes the tables from one moment, then the files they name, which never change. Gives how many files are named. */
async function writeWhole(file: string): Promise<number> {
  const all = new Checksum()
  const told = (line: string) => {
    all.add(line)
    return line
  }
  const packed = createGzip()
  const add = async (lines: AsyncGenerator<string>) => {
    for await (const packet of packets(lines)) {
      // The disk has failed by then, and what is destroyed never drains.
      if (packed.destroyed) return
      if (!packed.write(packet)) await once(packed, 'drain')
    }
  }
  const write = async () => {
    const names = await transaction(async (tx) => {
      await tx.execute(sql`set transaction isolation level repeatable read read only`)
      await tx.execute(sql`set local timezone to 'UTC'`)
      await add(tableLines(told))
      return deckFiles()
    })
    await add(fileLines(names, told))
    packed.end(`${JSON.stringify({ complete: true, sha256: all.digest() })}\n`)
    return names.length
  }
  const written = pipeline(packed, createWriteStream(file, { mode: 0o600 }))
  const reading = write().catch((error) => {
    packed.destroy(error)
    throw error
  })
  // Where both fail, the disk is why.
  const [onDisk, read] = await Promise.allSettled([written, reading])
  if (onDisk.status === 'rejected') throw onDisk.reason
  if (read.status === 'rejected') throw read.reason
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
  return read.value
}

type Told = (line: string) => string

async function deckFiles(): Promise<string[]> {
  const rows = await database
    .selectDistinct({ digest: decks.digest })
    .from(decks)
    .where(isNotNull(decks.digest))
  return rows.flatMap(({ digest }) => (digest === null ? [] : [deckFile(digest)])).sort()
}

const PIECE_BYTES = 48 * 1024

async function* fileLines(names: readonly string[], told: Told): AsyncGenerator<string> {
  for (const name of names) {
    const bytes = await fileStore().get(name)
    if (!bytes) continue
    const own = new Checksum()
    let rows = 0
    yield told(JSON.stringify({ file: name }))
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const line = `\t${Buffer.from(bytes.subarray(at, at + PIECE_BYTES)).toString('base64')}`
      own.add(line)
      rows++
      yield told(line)
    }
    yield told(JSON.stringify({ end: name, rows, sha256: own.digest() }))
  }
}

/** Lists that are only being checked name people who have agreed to nothing, and are forgotten within hours. */
const FORGOTTEN: ReadonlySet<string> = new Set([importDrafts, importDraftLists].map(getTableName))

async function* tableLines(told: Told): AsyncGenerator<string> {
  const head: Head = {
    apogee: 'backup',
    format: FORMAT,
    id: randomUUID(),
    takenAt: realNow().toISOString(),
    migrations: await migrationsSeen(),
    secret: secretBesideData(),
  }
  yield told(JSON.stringify(head))
  for (const name of await tableNames()) {
    const own = new Checksum()
    let rows = 0
    yield told(JSON.stringify({ table: name }))
    for await (const row of FORGOTTEN.has(name) ? [] : rowsOfTable(name)) {
      const line = `\t${row}`
      own.add(line)
      rows++
      yield told(line)
    }
    yield told(JSON.stringify({ end: name, rows, sha256: own.digest() }))
  }
}

async function* rowsOfTable(name: string): AsyncGenerator<string> {
  await database.execute(
    sql`declare backup_rows no scroll cursor for
        select row_to_json(held)::text as line from ${sql.identifier(name)} as held order by 1`,
  )
  for (;;) {
    const { rows } = await database.execute<{ line: string }>(sql`fetch 500 from backup_rows`)
    for (const { line } of rows) yield line
    if (rows.length === 0) break
  }
  await database.execute(sql`close backup_rows`)
}

/** Lines in pieces of some size: a stream costs by the piece. */
async function* packets(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let packet = ''
  for await (const line of lines) {
    packet += `${line}\n`
    if (packet.length < 65_536) continue
    yield packet
    packet = ''
  }
  yield packet
}

/** An embedded database leaves writing to the system; after this a power cut takes nothing of it. */
export async function settleDatabase(): Promise<void> {
  const place = databaseLocation()
  if (place.kind === 'postgres' || place.directory === null) return
  await (await connection()).pool.query('checkpoint')
  await syncTree(place.directory, { deep: true })
}

function secretBesideData(): string | null {
  const { AUTH_SECRET, DATA_DIR } = env()
  const file = join(resolve(DATA_DIR), 'auth-secret')
  return AUTH_SECRET || !existsSync(file) ? null : readFileSync(file, 'utf8')
}
