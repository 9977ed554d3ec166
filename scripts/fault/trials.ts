import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playExample, runDoor } from '../bench/server'
import { startPostgres } from '../postgres.mjs'
import { type Count, count } from './count'
import { Load } from './load'
import { installation, KeptServer } from './server'

export interface Trial extends Count {
  readonly name: string
  readonly restarts: readonly number[]
  /** What went otherwise than it must, in words. */
  readonly faults: readonly string[]
}

export interface Blows {
  readonly kills: number
  readonly terms: number
  /** Marks acknowledged before each blow, at least. */
  readonly marks: number
  /** Milliseconds under load before each blow, at least. */
  readonly every: number
}

/** The example edition, played once; each trial has its own copy, PostgreSQL out of a backup. */
export class Example {
  readonly directory = mkdtempSync(join(tmpdir(), 'apogee-fault-'))
  readonly backup = join(this.directory, 'example.backup')

  static async play(): Promise<Example> {
    const example = new Example()
    const env = installation(example.directory)
    await playExample('judging', env)
    await runDoor('scripts/backup.ts', [example.backup], env)
    return example
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true })
  }
}

/** The embedded database under `kill -9` and SIGTERM. */
export async function embeddedTrial(
  { directory: example }: Example,
  port: number,
  blows: Blows,
): Promise<Trial> {
  const directory = mkdtempSync(join(tmpdir(), 'apogee-fault-'))
  cpSync(example, directory, { recursive: true })
  const server = new KeptServer(port, installation(directory))
  try {
    return await underBlows(
      'embedded',
      server,
      [
        ...times(blows.kills, () => server.restartAfter('SIGKILL')),
        ...times(blows.terms, () => server.restartAfter('SIGTERM')),
      ],
      blows,
    )
  } finally {
    await server.stop('SIGKILL')
    rmSync(directory, { recursive: true, force: true })
  }
}

/** PostgreSQL stopped as `-m immediate` does, and its server under the same blows. */
export async function postgresTrial(
  { backup }: Example,
  port: number,
  blows: Blows & { crashes: number },
): Promise<Trial> {
  const directory = mkdtempSync(join(tmpdir(), 'apogee-fault-'))
  const postgres = await startPostgres({ durable: true })
  const server = new KeptServer(port, installation(directory, postgres.url))
  try {
    await runDoor('scripts/restore.ts', [backup], server.env)
    return await underBlows(
      'PostgreSQL',
      server,
      [
        ...times(blows.crashes, async () => {
          await postgres.crash()
          await postgres.start()
        }),
        ...times(blows.kills, () => server.restartAfter('SIGKILL')),
        ...times(blows.terms, () => server.restartAfter('SIGTERM')),
      ],
      blows,
    )
  } finally {
    await server.stop('SIGKILL')
    postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function underBlows(
  name: string,
  server: KeptServer,
  blows: readonly (() => Promise<void>)[],
  { marks, every }: Blows,
): Promise<Trial> {
  await server.start()
  const load = await Load.begin(server.address())
  try {
    for (const blow of blows) {
      await Promise.all([load.more(marks), pause(every)])
      await blow()
    }
    await load.more(marks)
  } finally {
    await load.end()
  }
  await server.stop()
  const strange = [...load.answers.keys()].filter((status) => ![0, 200, 503].includes(status))
  const faults = strange.map((status) => `${load.answers.get(status)} answers had the status ${status}`)
  return { name, restarts: server.restarts, faults, ...(await count(load.acknowledged, server.env)) }
}

export const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))
const times = <T>(count: number, made: T): T[] => Array.from({ length: count }, () => made)
