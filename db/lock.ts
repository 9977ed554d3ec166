import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Another process has this embedded database open. */
export class DatabaseInUse extends Error {
  constructor(
    directory: string,
    readonly holder: string,
  ) {
    super(
      `The embedded database in ${directory} is in use by ${holder}. ` +
        'Two processes on one directory would lose data: stop that one first, or set DATA_DIR or DATABASE_URL.',
    )
    this.name = 'DatabaseInUse'
  }
}

/**
 * Holds a directory for this process alone until it ends, however it ends. On Linux an abstract socket, which
 * the kernel frees by itself even after a kill; elsewhere a pid file whose process is asked whether it lives.
 * @throws DatabaseInUse naming the running process
 */
export async function holdDirectory(directory: string): Promise<() => void> {
  mkdirSync(directory, { recursive: true })
  const note = join(directory, '..', 'running.json')
  const release =
    process.platform === 'linux' ? await holdSocket(directory, note) : holdPidFile(directory, note)
  writeFileSync(note, JSON.stringify({ pid: process.pid, command: process.argv.slice(1).join(' ') }))
  return () => {
    rmSync(note, { force: true })
    release()
  }
}

function holdSocket(directory: string, note: string): Promise<() => void> {
  const name = `\0apogee-${createHash('sha256').update(directory).digest('hex').slice(0, 32)}`
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new DatabaseInUse(directory, holder(note)) : error),
    )
    server.listen(name, () => {
      server.unref()
      resolve(() => server.close())
    })
  })
}

function holdPidFile(directory: string, note: string): () => void {
  const pid = readNote(note)?.pid
  if (pid !== undefined && pid !== process.pid && isAlive(pid))
    throw new DatabaseInUse(directory, holder(note))
  return () => {}
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function readNote(note: string): { pid: number; command: string } | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8'))
  } catch {
    return undefined
  }
}

function holder(note: string): string {
  const found = readNote(note)
  return found ? `process ${found.pid} (${found.command})` : 'another process'
}
