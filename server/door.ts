import 'server-only'
import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { env } from './env'

/** The system cuts longer socket addresses off. */
const MOST_BYTES_OF_ADDRESS = 100

/** Where the running server listens for the commands of its own host. */
function doorAddress(): string {
  const directory = resolve(env().DATA_DIR)
  const digest = createHash('sha256').update(directory).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\apogee-${digest}`
  const beside = join(directory, 'door.sock')
  if (Buffer.byteLength(beside) <= MOST_BYTES_OF_ADDRESS) return beside
  return join(tmpdir(), `apogee-${userInfo().uid}-${digest}.sock`)
}

/** What a command asks of the running server, by name. */
export type Errands = Readonly<Record<string, (asked: Record<string, unknown>) => Promise<unknown>>>

const opened = globalThis as typeof globalThis & { apogeeDoor?: boolean }

/**
 * Opens the door for commands of this host: a socket that only the user who runs the server can use. No web role comes
 * in here, and nothing of the web does (ADM-06).
 */
export function openDoor(errands: Errands): void {
  if (opened.apogeeDoor || env().DATA_DIR === 'memory://') return
  opened.apogeeDoor = true
  const address = doorAddress()
  rmSync(address, { force: true })
  const server = createServer((asked, answer) => {
    run(errands, asked, answer).catch((error) => {
      answer
        .writeHead(500)
        .end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }))
    })
  })
  server.on('error', (error) => console.error(`Commands cannot reach this server: ${error.message}`))
  const before = process.umask(0o177)
  server.listen(address)
  process.umask(before)
  server.unref()
}

async function run(errands: Errands, asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const errand = errands[(asked.url ?? '').slice(1)]
  if (!errand) return void answer.writeHead(404).end('{}')
  const parts: Buffer[] = []
  for await (const part of asked) parts.push(part)
  const outcome = await errand(JSON.parse(Buffer.concat(parts).toString() || '{}'))
  answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(outcome ?? null))
}

/**
 * Asks the running server, from a command: its answer, or null when none runs on this DATA_DIR.
 * @throws what the server failed with
 */
export function askServer<T>(errand: string, asked: Record<string, unknown> = {}): Promise<T | null> {
  const socketPath = doorAddress()
  if (process.platform !== 'win32' && !existsSync(socketPath)) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, path: `/${errand}`, method: 'POST' }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part)
      const body = JSON.parse(Buffer.concat(parts).toString())
      if (answer.statusCode === 200) resolve(body)
      else reject(new Error(body.error ?? `The server answered ${answer.statusCode}`))
    })
    sent.on('error', (error: NodeJS.ErrnoException) =>
      ['ECONNREFUSED', 'ENOENT'].includes(error.code ?? '') ? resolve(null) : reject(error),
    )
    sent.end(JSON.stringify(asked))
  })
}
