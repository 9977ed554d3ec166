import 'server-only'
import { statfs } from 'node:fs/promises'
import { resolve } from 'node:path'
import { databaseLocation } from '@/db/location'
import { type Refusal, refuse } from '@/domain/refusal'
import { env } from './env'
import { journalSettled } from './journal/keep'

/** The embedded database must never meet a full disk in the middle of a write: two of its log files fit in this. */
const RESERVE_BYTES = 32 * 1024 * 1024
const FRESH_MS = 500

const memo = globalThis as typeof globalThis & { apogeeRoom?: { at: number; bytes: number } }

/** What keeps the data, for those who have to know what it survives. */
export function storageKind(): 'postgres' | 'embedded' | 'memory' {
  const place = databaseLocation()
  if (place.kind === 'postgres') return 'postgres'
  return place.directory === null ? 'memory' : 'embedded'
}

/** Bytes free for us where the data are. */
export async function freeBytes(): Promise<number> {
  const { bavail, bsize } = await statfs(resolve(env().DATA_DIR))
  return bavail * bsize
}

/**
 * Why nothing can be kept just now, asked before anything is written: the disk of the embedded database is all but full,
 * or its journal cannot be written. Recovers by itself as soon as there is room again.
 */
export async function storageRefusal(): Promise<Refusal | null> {
  if (storageKind() !== 'embedded') return null
  if ((await room()) < RESERVE_BYTES) return refuse('storage-full')
  return journalSettled().then(
    () => null,
    () => refuse('storage-full'),
  )
}

async function room(): Promise<number> {
  const known = memo.apogeeRoom
  if (known && Date.now() - known.at < FRESH_MS) return known.bytes
  const bytes = await freeBytes().catch(() => 0)
  memo.apogeeRoom = { at: Date.now(), bytes }
  return bytes
}

/** PostgreSQL's words for a disk that takes nothing more, and the system's. */
const NO_ROOM = new Set(['53100', '58030', 'ENOSPC', 'EDQUOT', 'EIO', 'EROFS'])

/** A failure to write as a refusal; any other error is thrown on. */
export function asStorageRefusal(error: unknown): Refusal {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at.name === 'JournalFault' || ('code' in at && NO_ROOM.has(String(at.code)))) {
      console.error(`Not saved: ${at.message}`)
      return refuse('storage-full')
    }
  }
  throw error
}
