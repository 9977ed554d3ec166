import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { connection, database } from '@/db/client'
import { databaseLocation } from '@/db/location'
import { pendingMigrations } from '@/db/migrate'
import { auditChains } from '@/db/schema'
import { verifyChain } from '../audit/verify-chain'
import { env } from '../env'
import { databaseFault } from '../readiness'
import { freeBytes } from '../storage'
import { examineJournal } from './examine-journal'
import { type Finding, fault, fine, warning } from './findings'

const MEGABYTE = 1024 * 1024
const SMTP_MS = 5_000

/** Looks at this installation from inside: each thing that must be right for it to serve, in the order they depend. */
export async function examine(): Promise<Finding[]> {
  const findings = [nodeVersion(), await dataDirectory(), await room(), secret(), holder()]
  const away = await databaseFault()
  if (away) findings.push(fault('database', { reason: away }))
  else findings.push(fine('database', { kind: databaseLocation().kind }), await migrations())
  const hasTables = findings.every(({ code }) => !['database-fault', 'migrations-fault'].includes(code))
  if (hasTables) findings.push(...(await chains()), await clock())
  findings.push(await examineJournal(hasTables), await mail())
  return findings
}

function nodeVersion(): Finding {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }
  const wanted = engines.node.replace('>=', '')
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [least = 0, leastMinor = 0] = wanted.split('.').map(Number)
  const values = { version: process.versions.node, wanted }
  return major > least || (major === least && minor >= leastMinor)
    ? fine('node', values)
    : fault('node', values)
}

async function dataDirectory(): Promise<Finding> {
  const directory = resolve(env().DATA_DIR)
  const probe = join(directory, `.doctor-${process.pid}`)
  try {
    await writeFile(probe, 'x')
    await rm(probe)
    return fine('directory', { directory })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return fault('directory', { directory, code })
  }
}

async function room(): Promise<Finding> {
  const bytes = await freeBytes().catch(() => Number.NaN)
  const megabytes = Math.floor(bytes / MEGABYTE)
  if (!(megabytes >= 64)) return fault('room', { megabytes: megabytes || 0 })
  return megabytes < 1024 ? warning('room', { megabytes }) : fine('room', { megabytes })
}

/** One made by us is strong; one that was set may be too short or too plain. */
function secret(): Finding {
  const { AUTH_SECRET } = env()
  if (!AUTH_SECRET) return fine('secret')
  const plain = AUTH_SECRET.length < 32 || new Set(AUTH_SECRET).size < 12
  return plain ? warning('secret', { length: AUTH_SECRET.length }) : fine('secret')
}

function holder(): Finding {
  const place = databaseLocation()
  if (place.kind === 'postgres' || place.directory === null) return fine('holder-none')
  const { pid, command } = readNote(join(place.directory, '..', 'running.json'))
  return pid === null ? fine('holder-none') : fine('holder', { pid: String(pid), command })
}

function readNote(file: string): { pid: number | null; command: string } {
  try {
    const { pid, command } = JSON.parse(readFileSync(file, 'utf8'))
    process.kill(pid, 0)
    return { pid, command }
  } catch {
    return { pid: null, command: '' }
  }
}

async function migrations(): Promise<Finding> {
  const pending = await connection()
    .then(pendingMigrations)
    .catch(() => Number.NaN)
  return pending === 0 ? fine('migrations') : fault('migrations', { pending: pending || 0 })
}

async function chains(): Promise<Finding[]> {
  const names = await database.select({ chain: auditChains.chain }).from(auditChains)
  let entries = 0
  const broken: Finding[] = []
  for (const { chain } of names) {
    const state = await verifyChain(chain)
    if (state.intact) entries += state.entries
    else broken.push(fault('chains', { chain, ordinal: state.brokenAt }))
  }
  return broken.length > 0 ? broken : [fine('chains', { count: names.length, entries })]
}

/** A clock that stands before this version was made, or apart from the database's, orders nothing rightly. */
async function clock(): Promise<Finding> {
  const before = Date.now()
  const { rows } = await database.execute<{ at: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`,
  )
  const apart = Math.abs((rows[0]?.at ?? 0) - (before + Date.now()) / 2)
  const at = new Date().toISOString()
  if (apart > 2_000) return fault('clock', { at, seconds: Math.round(apart / 1000) })
  const installed = statSync('package.json').mtimeMs
  return Date.now() < installed - 86_400_000 ? fault('clock-behind', { at }) : fine('clock', { at })
}

async function mail(): Promise<Finding> {
  const { SMTP_URL } = env()
  if (!SMTP_URL) return fine('mail-none')
  const limits = { connectionTimeout: SMTP_MS, greetingTimeout: SMTP_MS, socketTimeout: SMTP_MS }
  const transport = nodemailer.createTransport({ url: SMTP_URL, ...limits })
  try {
    await transport.verify()
    return fine('mail')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return fault('mail', { code })
  } finally {
    transport.close()
  }
}
