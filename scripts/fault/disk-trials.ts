import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runDoor } from '../bench/server'
import { startPostgres } from '../postgres.mjs'
import { count } from './count'
import { SmallDisk } from './disk'
import { Load } from './load'
import { installation, KeptServer } from './server'
import { type Example, pause, type Trial } from './trials'

const MOST_MS_UNTIL_REFUSED = 20_000

/** The embedded database on a disk without room: nothing more is taken from the first moment on. */
export async function embeddedDiskTrial({ directory: example }: Example, port: number): Promise<Trial> {
  const disk = SmallDisk.make(400)
  const server = new KeptServer(port, installation(disk.hold(example)))
  try {
    return await onFullDisk('full disk, embedded', server, disk, async (load) => {
      await pause(2_000)
      const before = load.acknowledged.size
      await pause(2_000)
      return load.acknowledged.size > before ? ['a mark was acknowledged on a full disk'] : []
    })
  } finally {
    await server.stop('SIGKILL')
    disk.remove()
  }
}

/** PostgreSQL on such a disk: what still fits into its pages is kept, what does not is refused. */
export async function postgresDiskTrial({ backup }: Example, port: number): Promise<Trial> {
  const disk = SmallDisk.make(400)
  const directory = mkdtempSync(join(tmpdir(), 'apogee-fault-'))
  const postgres = await startPostgres({ durable: true, disk: disk.directory })
  const server = new KeptServer(port, installation(directory, postgres.url))
  try {
    await runDoor('scripts/restore.ts', [backup], server.env)
    return await onFullDisk('full disk, PostgreSQL', server, disk, async (load) => {
      for (let waited = 0; waited < MOST_MS_UNTIL_REFUSED && !load.answers.has(507); waited += 100)
        await pause(100)
      return []
    })
  } finally {
    await server.stop('SIGKILL')
    postgres.stop()
    await pause(1_000)
    disk.remove()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Saving is refused with 507, reading goes on, and both work when there is room again. */
async function onFullDisk(
  name: string,
  server: KeptServer,
  disk: SmallDisk,
  whileFull: (load: Load) => Promise<string[]>,
): Promise<Trial> {
  await server.start()
  const load = await Load.begin(server.address())
  await load.more(50)
  disk.fill()
  const faults = await whileFull(load)
  if (!load.answers.has(507)) faults.push(`no save was refused with 507: ${load.statuses()}`)
  const read = await load.jurors[0]?.read()
  if (read !== 200) faults.push(`a sheet was answered with ${read} on a full disk`)
  disk.clear()
  await load.more(50, 10_000).catch(() => faults.push('saving did not go on when there was room again'))
  await load.end()
  await server.stop()
  return { name, restarts: [], faults, ...(await count(load.acknowledged, server.env)) }
}
