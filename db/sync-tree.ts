import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Waits until a folder, and with `deep` everything in it, is on the disk. */
export async function syncTree(folder: string, { deep }: { deep: boolean }): Promise<void> {
  if (deep) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) await syncTree(path, { deep })
      else if (entry.isFile()) await sync(path)
    }
  }
  if (process.platform !== 'win32') await sync(folder)
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
