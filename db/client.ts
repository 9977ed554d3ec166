import { AsyncLocalStorage } from 'node:async_hooks'
import { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import pg from 'pg'
import { databaseLocation, type Location } from './location'
import { holdDirectory } from './lock'
import * as schema from './schema'

/** The database or a transaction on it: both are asked in the same way. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>

export interface Connection {
  readonly kind: Location['kind']
  readonly database: Database
  readonly close: () => Promise<void>
}

interface Ambient {
  readonly tx: Database
  readonly afterCommit: (() => unknown)[]
}

const settings = { schema, casing: 'snake_case' } as const

// One per process, not one per bundle: Next evaluates this module more than once.
const shared = globalThis as typeof globalThis & {
  apogeeConnection?: Promise<Connection>
  apogeeAmbient?: AsyncLocalStorage<Ambient>
}
shared.apogeeAmbient ??= new AsyncLocalStorage<Ambient>()
const ambient = shared.apogeeAmbient

/** Opens a database: PostgreSQL through a pool, or an embedded one held for this process alone. */
export async function connect(location: Location = databaseLocation()): Promise<Connection> {
  if (location.kind === 'postgres') return connectPostgres(location.url)
  const { directory } = location
  const release = directory === null ? () => {} : await holdDirectory(directory)
  return wrapPglite(await PGlite.create(directory ?? 'memory://'), release)
}

/** Wraps an open PGlite, such as a clone of a test template. */
export function wrapPglite(client: PGlite, release: () => void = () => {}): Connection {
  const close = async () => {
    await client.close()
    release()
  }
  return { kind: 'embedded', database: drizzlePglite(client, settings), close }
}

function connectPostgres(url: string): Connection {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 })
  pool.on('error', (error) => console.error('An idle PostgreSQL connection was lost:', error.message))
  return { kind: 'postgres', database: drizzlePostgres(pool, settings), close: () => pool.end() }
}

/** This process's connection, opened at the first question. */
export function connection(): Promise<Connection> {
  shared.apogeeConnection ??= connect().catch((error) => {
    shared.apogeeConnection = undefined
    throw error
  })
  return shared.apogeeConnection
}

/** Makes `opened` the process's connection: tests and scripts bring their own. */
export function adoptConnection(opened: Connection | undefined): void {
  shared.apogeeConnection = opened && Promise.resolve(opened)
}

/**
 * The database to ask: the transaction one is in, else the connection itself. There is no other way to get at it,
 * so a query inside a transaction cannot go around it (with one embedded connection that would hang for ever).
 */
export async function db(): Promise<Database> {
  return ambient.getStore()?.tx ?? (await connection()).database
}

/** Runs `work` in one transaction; inside another one it joins that. What it throws rolls everything back. */
export async function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  const running = ambient.getStore()
  if (running) return work(running.tx)
  const { database } = await connection()
  const afterCommit: Ambient['afterCommit'] = []
  const outcome = await database.transaction((tx) => ambient.run({ tx, afterCommit }, () => work(tx)))
  for (const act of afterCommit) await act()
  return outcome
}

/** Runs `act` once the transaction one is in has been committed, or at once outside of one. */
export function afterCommit(act: () => unknown): void {
  const running = ambient.getStore()
  if (running) running.afterCommit.push(act)
  else act()
}

/** The constraint a failed write broke (`team_members_seat_once`), or undefined if that was not why it failed. */
export function brokenConstraint(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('constraint' in at && typeof at.constraint === 'string') return at.constraint
  }
  return undefined
}
