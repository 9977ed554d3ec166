import 'server-only'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { connection, dropConnection } from '@/db/client'
import { databaseLocation } from '@/db/location'
import { DatabaseInUse } from '@/db/lock'
import { pendingMigrations } from '@/db/migrate'
import { env } from './env'

export interface Lack {
  readonly part: 'database' | 'migrations' | 'storage'
  readonly reason: string
}

const FRESH_MS = 1_000
const memo = globalThis as typeof globalThis & { apogeeAnsweredAt?: number }

/**
 * Whether the database answers: null, or why it does not, in a sentence without user or password. An answer is
 * believed for a second, so that asking before every page costs next to nothing.
 */
export async function databaseFault(): Promise<string | null> {
  if (Date.now() - (memo.apogeeAnsweredAt ?? 0) < FRESH_MS) return null
  try {
    await ask()
    memo.apogeeAnsweredAt = Date.now()
    return null
  } catch (error) {
    return reasonOf(error)
  }
}

/** An embedded database that has broken down, as after a full disk, is opened once more. */
async function ask(): Promise<void> {
  const asked = await connection()
  try {
    await asked.pool.query('select 1')
  } catch (error) {
    if (asked.kind === 'postgres') throw error
    await dropConnection(asked)
    await (await connection()).pool.query('select 1')
  }
}

/** What PostgreSQL says while it ends or starts, and the system when nobody answers. */
const AWAY = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/** Whether something failed because the database went away in the middle of it; it is then asked anew. */
export function isDatabaseAway(error: unknown): boolean {
  const away = causesOf(error).some(
    (cause) =>
      ('code' in cause && AWAY.has(String(cause.code))) || cause.message.startsWith('Connection terminated'),
  )
  if (away) memo.apogeeAnsweredAt = 0
  return away
}

/** What this installation still lacks before it can serve: the database, its newest tables, a place to write. */
export async function readiness(): Promise<Lack[]> {
  const lacks: Lack[] = []
  const fault = await databaseFault()
  if (fault) lacks.push({ part: 'database', reason: fault })
  else lacks.push(...(await migrationLacks()))
  const storage = storageFault()
  return storage ? [...lacks, { part: 'storage', reason: storage }] : lacks
}

async function migrationLacks(): Promise<Lack[]> {
  const pending = await connection()
    .then(pendingMigrations)
    .catch(() => Number.NaN)
  if (pending === 0) return []
  const reason = Number.isNaN(pending)
    ? 'The database has no tables yet.'
    : `${pending} migrations are pending.`
  return [{ part: 'migrations', reason }]
}

function storageFault(): string | null {
  const directory = resolve(env().DATA_DIR)
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK)
    return null
  } catch {
    return `DATA_DIR (${directory}) cannot be written to.`
  }
}

function reasonOf(error: unknown): string {
  // It names the process that has the database, and no secret.
  if (error instanceof DatabaseInUse) return error.message
  const place = databaseLocation()
  const codes = causesOf(error).flatMap((cause) => ('code' in cause ? [String(cause.code)] : []))
  const code = codes[0] ?? (error instanceof Error ? error.name : 'unknown')
  if (place.kind === 'embedded') return `The embedded database in DATA_DIR does not open (${code}).`
  const host = URL.canParse(place.url) ? new URL(place.url).host : 'the address given'
  return `No PostgreSQL answers at DATABASE_URL (${host || 'a local socket'}: ${code}).`
}

function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return []
  const parts = error instanceof AggregateError ? error.errors.flatMap(causesOf) : []
  return [error, ...parts, ...causesOf(error.cause)]
}
