import 'server-only'
import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { realNow } from '../clock'
import { dataFolder } from './local-files'

/** An upload on its way lies on this machine's disk, whatever keeps it afterwards. `id` is a row's own, never typed. */
const pathOf = (id: string) => join(dataFolder('uploads'), `${id}.part`)

/** How many bytes have arrived, without a gap. */
export async function received(id: string): Promise<number> {
  return (await stat(pathOf(id)).catch(() => null))?.size ?? 0
}

/**
 * Writes a part at its place. Sending it twice writes the same bytes twice; a part that would leave a gap is not
 * written. Gives how many bytes have arrived.
 */
export async function writePart(id: string, offset: number, bytes: Uint8Array): Promise<number> {
  const file = await open(pathOf(id), 'a+', 0o600).then(async (made) => {
    await made.close()
    return open(pathOf(id), 'r+')
  })
  try {
    const { size } = await file.stat()
    if (offset <= size) await file.write(bytes, 0, bytes.length, offset)
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

/** Everything that has arrived; null when that was forgotten meanwhile. */
export async function partsOf(id: string): Promise<Uint8Array | null> {
  const bytes = await readFile(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return bytes && new Uint8Array(bytes)
}

/** Forgets what has arrived. */
export const dropParts = (id: string) => rm(pathOf(id), { force: true })

const A_DAY_MS = 86_400_000

/** Forgets uploads nobody has gone on with for a day. */
export async function dropAbandoned(): Promise<void> {
  const folder = dataFolder('uploads')
  for (const name of await readdir(folder)) {
    const part = join(folder, name)
    const held = await stat(part).catch(() => null)
    if (held && held.mtimeMs < realNow().getTime() - A_DAY_MS) await rm(part, { force: true })
  }
}
