import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { type Refusal, refuse } from '@/domain/refusal'

/**
 * A backup is lines, gzipped: a head, then each table's name, its rows as JSON (behind a tab) and its checksum, then each
 * uploaded file's name, its pieces in base64 (behind a tab) and their checksum, and at the end a checksum of everything. It is the same from either database and restores into either.
 */
export const FORMAT = 1

const HEAD = z.object({
  apogee: z.literal('backup'),
  format: z.literal(FORMAT),
  id: z.string(),
  takenAt: z.string(),
  migrations: z.array(z.string()),
  /** The secret that signs cookies and keys codes, where it is kept beside the data. */
  secret: z.string().nullable(),
})
export type Head = Readonly<z.infer<typeof HEAD>>

export interface Contents {
  readonly head: Head
  readonly tables: ReadonlyMap<string, number>
  readonly files: number
}

export class Checksum {
  private readonly hash = createHash('sha256')
  add(line: string): void {
    this.hash.update(line).update('\n')
  }
  digest(): string {
    return this.hash.digest('hex')
  }
}

/** The lines of a backup. @throws when it cannot be read or unpacked */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip()
  const packed = createReadStream(file).on('error', (error) => unpacked.destroy(error))
  let rest = ''
  for await (const piece of packed.pipe(unpacked).setEncoding('utf8')) {
    const lines = `${rest}${piece}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** The rows of a backup, batch by batch, of one that was verified. */
export async function* rowsOf(file: string, most = 500): AsyncGenerator<{ table: string; rows: string[] }> {
  let table = ''
  let rows: string[] = []
  for await (const line of linesOf(file)) {
    // Files come after the tables.
    if (line.startsWith('{"file"')) return
    if (line.startsWith('\t')) rows.push(line.slice(1))
    if (rows.length > 0 && (rows.length >= most || !line.startsWith('\t'))) {
      yield { table, rows }
      rows = []
    }
    if (line.startsWith('{"table"')) table = JSON.parse(line).table
  }
}

/** The uploaded files of a backup, one by one, of one that was verified. */
export async function* filesOf(file: string): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  let name: string | null = null
  let pieces: Buffer[] = []
  for await (const line of linesOf(file)) {
    if (line.startsWith('{"file"')) name = JSON.parse(line).file
    else if (name !== null && line.startsWith('\t')) pieces.push(Buffer.from(line.slice(1), 'base64'))
    else if (name !== null) {
      yield { name, bytes: new Uint8Array(Buffer.concat(pieces)) }
      name = null
      pieces = []
    }
  }
}

/** Reads a backup from end to end. Refused `backup-unreadable`, `backup-damaged`. */
export async function verifyBackup(file: string): Promise<Contents | Refusal> {
  try {
    return (await contentsOf(file)) ?? refuse('backup-damaged', { file })
  } catch (error) {
    if (!(error instanceof Error && 'errno' in error && 'code' in error)) throw error
    const code = String(error.code)
    return refuse(code.startsWith('Z_') ? 'backup-damaged' : 'backup-unreadable', { file, code })
  }
}

async function contentsOf(file: string): Promise<Contents | null> {
  let head: Head | null = null
  let table: { name: string; rows: number; sum: Checksum; file: boolean } | null = null
  let files = 0
  let complete = false
  const tables = new Map<string, number>()
  const all = new Checksum()
  for await (const line of linesOf(file)) {
    if (complete) return null
    if (line.startsWith('\t')) {
      if (!table) return null
      table.rows++
      table.sum.add(line)
    } else {
      const said = objectOf(line)
      if (!said) return null
      if (!head) {
        const read = HEAD.safeParse(said)
        if (!read.success) return null
        head = read.data
      } else if (typeof said.table === 'string') {
        table = { name: said.table, rows: 0, sum: new Checksum(), file: false }
      } else if (typeof said.file === 'string') {
        table = { name: said.file, rows: 0, sum: new Checksum(), file: true }
      } else if (table && said.end === table.name) {
        if (said.rows !== table.rows || said.sha256 !== table.sum.digest()) return null
        if (table.file) files++
        else tables.set(table.name, table.rows)
        table = null
      } else if (said.complete === true && said.sha256 === all.digest()) {
        complete = true
        continue
      } else return null
    }
    all.add(line)
  }
  return head && complete ? { head, tables, files } : null
}

function objectOf(line: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(line)
    return typeof said === 'object' ? (said as Record<string, unknown>) : null
  } catch {
    return null
  }
}
