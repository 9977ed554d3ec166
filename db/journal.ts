import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { databaseLocation, type Location } from './location'

/** What was acknowledged could not be written down. */
export class JournalFault extends Error {
  constructor(file: string, cause: unknown) {
    super(`The journal ${file} could not be written`, { cause })
    this.name = 'JournalFault'
  }
}

export interface JournalText {
  readonly records: readonly unknown[]
  /** Numbers of the lines, with good ones after them, that do not say what was written. */
  readonly corrupt: readonly number[]
  /** Where the last good line ends. What comes after it is a line the machine stopped in. */
  readonly end: number
  readonly torn: boolean
}

/** Where an installation keeps its journal: beside its embedded database, and nowhere with PostgreSQL or in memory. */
export function journalFile(location: Location = databaseLocation()): string | null {
  if (location.kind === 'postgres' || location.directory === null) return null
  return join(dirname(location.directory), 'journal.jsonl')
}

/** Reads a journal: one record a line, each behind its checksum. There is none: null. */
export async function readJournal(file: string): Promise<JournalText | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  return bytes && parseJournal(bytes)
}

function parseJournal(bytes: Buffer): JournalText {
  const records: unknown[] = []
  const bad: number[] = []
  let end = 0
  let goodUntil = 0
  let number = 0
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, at)
    if (newline < 0) break
    number++
    const record = recordOf(bytes.toString('utf8', at, newline))
    at = newline + 1
    if (record === undefined) bad.push(number)
    else {
      records.push(record)
      end = at
      goodUntil = number
    }
  }
  return { records, corrupt: bad.filter((line) => line < goodUntil), end, torn: end < bytes.length }
}

function recordOf(line: string): unknown {
  const text = line.slice(CHECKSUM.length)
  if (line.slice(0, CHECKSUM.length) !== checksum(text)) return undefined
  return JSON.parse(text)
}

const CHECKSUM = '00000000 '
const checksum = (text: string) => `${crc32(text).toString(16).padStart(8, '0')} `
const lineOf = (record: unknown) => {
  const text = JSON.stringify(record)
  return `${checksum(text)}${text}\n`
}

/**
 * A plain file of what was acknowledged, on the disk before the answer leaves. Records that come while others are being
 * written share the next `fdatasync`.
 */
export class Journal {
  private backlog: string[] = []
  private last: Promise<unknown> = Promise.resolve()
  private next: Promise<void> | null = null
  private busy = false
  /** When something was last known to be on the disk. */
  syncedAt: Date | null = null
  fault: string | null = null

  private constructor(
    readonly file: string,
    private handle: FileHandle,
    private size: number,
  ) {}

  /** Opens the journal to go on after its last good line, or begins one. */
  static async open(file: string): Promise<Journal> {
    const found = await readJournal(file)
    if (found && found.records.length > 0) {
      const handle = await open(file, 'r+')
      await handle.truncate(found.end)
      return new Journal(file, handle, found.end)
    }
    return begin(file, Buffer.alloc(0), (handle, size) => new Journal(file, handle, size))
  }

  /** Writes a record down; resolves when it is on the disk. @throws JournalFault; it is tried again with the next */
  append(record: unknown): Promise<void> {
    this.backlog.push(lineOf(record))
    return this.settle()
  }

  /** Resolves when all that was appended is on the disk. */
  settle(): Promise<void> {
    if (this.backlog.length === 0 && !this.busy) return Promise.resolve()
    this.next ??= this.inTurn(() => {
      this.next = null
      return this.write()
    })
    return this.next
  }

  get bytes(): number {
    return this.size
  }

  /** Where the journal ends now, when all before it is on the disk. */
  async position(): Promise<number> {
    await this.settle()
    return this.size
  }

  /** Begins a new journal with what came after `position`. Whoever asks holds all before it safely elsewhere. */
  rotate(position: number): Promise<void> {
    return this.inTurn(async () => {
      const rest = (await readFile(this.file)).subarray(position, this.size)
      const before = this.handle
      await begin(this.file, rest, (handle, size) => {
        this.handle = handle
        this.size = size
      })
      await before.close()
    })
  }

  async close(): Promise<void> {
    await this.inTurn(() => this.handle.close())
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const own = this.last.then(work)
    this.last = own.catch(() => {})
    return own
  }

  private async write(): Promise<void> {
    const lines = this.backlog
    if (lines.length === 0) return
    this.backlog = []
    this.busy = true
    try {
      const bytes = Buffer.from(lines.join(''))
      await writeAll(this.handle, bytes, this.size)
      await this.handle.datasync()
      this.size += bytes.length
      this.syncedAt = new Date()
      this.fault = null
    } catch (error) {
      // Whether a failed sync kept anything, nobody knows: all of it is written again.
      this.backlog = [...lines, ...this.backlog]
      this.fault = error instanceof Error ? error.message : String(error)
      await this.handle.truncate(this.size).catch(() => {})
      throw new JournalFault(this.file, error)
    } finally {
      this.busy = false
    }
  }
}

/** A new journal that stands in the old one's place only when it is whole. */
async function begin<T>(
  file: string,
  rest: Buffer,
  use: (handle: FileHandle, size: number) => T,
): Promise<T> {
  const fresh = `${file}.new`
  const handle = await open(fresh, 'w+', 0o600)
  const head = Buffer.from(lineOf({ journal: randomUUID(), begun: new Date().toISOString() }))
  const bytes = Buffer.concat([head, rest])
  await writeAll(handle, bytes, 0)
  await handle.sync()
  await rename(fresh, file)
  await syncFolder(dirname(file))
  return use(handle, bytes.length)
}

async function writeAll(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

/** A renamed file is in its folder for good only when the folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Puts a journal aside, for a database it does not belong to any more: its new name, or null when there is none. */
export async function setJournalAside(file: string): Promise<string | null> {
  if (!(await stat(file).catch(() => null))) return null
  const aside = `${file}.${new Date().toISOString().replaceAll(':', '-')}`
  await rename(file, aside)
  await syncFolder(dirname(file))
  return aside
}
