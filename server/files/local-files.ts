import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { FileStore } from './file-store'

/** A folder of ours beside the data; an installation in memory has one that goes with the machine's temporary files. */
export function dataFolder(name: 'files' | 'uploads'): string {
  const place = process.env.DATA_DIR || '.data'
  const root =
    place === 'memory://'
      ? join(tmpdir(), `apogee-${process.pid}`)
      : resolve(/* turbopackIgnore: true */ place)
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** Where the file of this name stands: under the first letters of its digest. */
export const pathOfFile = (name: string) => join(dataFolder('files'), name.slice(0, 2), name)

/** Files on this machine's own disk, readable by its owner alone. */
export function localFiles(): FileStore {
  return { put, get }
}

async function put(name: string, bytes: Uint8Array): Promise<void> {
  const path = pathOfFile(name)
  if (await stat(path).catch(() => null)) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = `${path}.${randomUUID()}.part`
  const file = await open(part, 'wx', 0o600)
  await file
    .writeFile(bytes)
    .then(() => file.sync())
    .finally(() => file.close())
  await rename(part, path)
}

async function get(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(pathOfFile(name)))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
