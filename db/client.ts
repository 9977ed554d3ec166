import { AsyncLocalStorage } from 'node:async_hooks'
import { PGlite } from '@electric-sql/pglite'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { databaseLocation, type Location } from './location'
import { holdDirectory } from './lock'
import * as schema from './schema'
import { Wire } from './wire'

export type Database = NodePgDatabase<typeof schema>

export interface Connection {
  readonly kind: Location['kind']
  readonly pool: pg.Pool
  readonly close: () => Promise<void>
}

interface Ambient {
  readonly client: pg.PoolClient
  readonly afterCommit: (() => unknown)[]
}

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

const MOST_MS_TO_CLOSE = 5_000

/** Wraps an open PGlite, such as a clone of a test template. Its one session is a pool of one that waits its turn. */
export function wrapPglite(embedded: PGlite, release: () => void = () => {}): Connection {
  const pool = new pg.Pool({
    stream: () => new Wire(embedded),
    max: 1,
    idleTimeoutMillis: 0,
    onConnect: planOnce,
  })
  const close = async () => {
    // One that has broken down does not end its questions either.
    const ended = pool.end().catch(() => {})
    const closed = ended.then(() => embedded.close())
    await Promise.race([
      closed,
      new Promise((resume) => setTimeout(resume, MOST_MS_TO_CLOSE).unref()),
    ]).finally(release)
  }
  return { kind: 'embedded', pool, close }
}

/**
 * A statement prepared once is planned once. Left to itself the planner weighs at every execution whether to plan anew,
 * which costs a save as much as all its rows do, and more the more rows there are (docs/decisions/06).
 */
async function planOnce(client: pg.ClientBase): Promise<void> {
  await client.query('set plan_cache_mode = force_generic_plan')
}

function connectPostgres(url: string): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    onConnect: planOnce,
  })
  // Also one that is in use: its question fails by itself, and unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', (error) => console.error('An idle PostgreSQL connection was lost:', error.message))
  return { kind: 'postgres', pool, close: () => pool.end() }
}

/** This process's connection, opened at the first question. */
export function connection(): Promise<Connection> {
  shared.apogeeConnection ??= connect().catch((error) => {
    shared.apogeeConnection = undefined
    throw error
  })
  return shared.apogeeConnection
}

/** Lets go of a connection that no longer answers: the next question opens a new one. */
export async function dropConnection(broken: Connection): Promise<void> {
  if ((await shared.apogeeConnection?.catch(() => undefined)) !== broken) return
  shared.apogeeConnection = undefined
  await broken.close().catch(() => {})
}

/** Makes `opened` the process's connection: tests and scripts bring their own. */
export function adoptConnection(opened: Connection | undefined): void {
  shared.apogeeConnection = opened && Promise.resolve(opened)
}

/** Sends each query where it belongs: to the transaction one is in, else to any connection of the pool. */
const sender = {
  async query(...question: Parameters<pg.PoolClient['query']>) {
    const client = ambient.getStore()?.client ?? (await connection()).pool
    return client.query(...question)
  },
} as pg.Pool

/**
 * The database to ask, in a transaction or out of one. There is no other way to get at it, so a query inside a
 * transaction cannot go around it (with one embedded connection that would hang for ever), and a statement prepared
 * once serves everywhere.
 */
export const database: Database = drizzle(sender, { schema, casing: 'snake_case' })

export const db = async (): Promise<Database> => database

/**
 * Runs `work` in one transaction; inside another one it joins that. What it throws rolls everything back.
 * @throws when a statement failed and `work` went on as if nothing were: PostgreSQL then keeps nothing of it
 */
export async function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  if (ambient.getStore()) return work(database)
  const client = await (await connection()).pool.connect()
  const running: Ambient = { client, afterCommit: [] }
  const outcome = await between(client, () => ambient.run(running, () => work(database)))
  for (const act of running.afterCommit) await act()
  return outcome
}

async function between<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    await client.query('begin')
    const outcome = await work()
    const { command } = await client.query('commit')
    if (command === 'ROLLBACK') throw new Error('A statement of this transaction failed, so none was kept')
    client.release()
    return outcome
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (fault: Error) => client.release(fault),
    )
    throw error
  }
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
