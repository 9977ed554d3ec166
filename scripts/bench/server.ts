import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Server {
  readonly address: string
  /** Milliseconds from starting the process to its first answer. */
  readonly startedIn: number
  /** CPU time the process has used so far, in milliseconds. */
  readonly cpu: () => number
  /** Resident memory, in megabytes. */
  readonly resident: () => number
  /** The environment it runs in, for who looks into its database once it is gone. */
  readonly env: NodeJS.ProcessEnv
  /** Ends the process; its data stay until `remove`. */
  readonly stop: () => Promise<void>
  readonly remove: () => Promise<void>
}

const TICK_MS = 10
export const MOMENTS = {
  registration: '2018-05-14T06:05:00Z',
  judging: '2018-05-26T12:24:00Z',
  published: '2018-05-27T08:00:00Z',
}

export interface Installation {
  readonly databaseUrl?: string
  readonly stage?: keyof typeof MOMENTS
  /** With the five universities' lists imported, as in the example. */
  readonly withLists?: boolean
  /** What `enlarge.ts` is asked for. */
  readonly enlarged?: readonly string[]
}

/** Plays the example up to a stage into a database and serves the production build on it. */
export async function serveExample(
  name: string,
  port: number,
  { databaseUrl = '', stage = 'judging', withLists = true, enlarged = [] }: Installation = {},
): Promise<Server> {
  const directory = mkdtempSync(join(tmpdir(), `apogee-bench-${name}-`))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATA_DIR: directory,
    DATABASE_URL: databaseUrl,
    DEMO_STAGE: stage,
    AUTH_SECRET: 'a secret for benchmarks only',
    PORT: String(port),
  }
  await playExample(stage, env, withLists)
  if (enlarged.length > 0) await runDoor('scripts/bench/enlarge.ts', enlarged, env)
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...env, CLOCK_OFFSET_MS: String(Date.parse(MOMENTS[stage]) - Date.now()) },
    stdio: 'ignore',
  })
  const address = `http://localhost:${port}`
  await untilReady(`${address}/api/ready`)
  const startedIn = performance.now() - began
  const pid = child.pid ?? 0
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
  }
  const remove = async () => {
    await stop()
    rmSync(directory, { recursive: true, force: true })
  }
  const [cpu, resident] = [() => cpuOf(pid), () => residentOf(pid)]
  return { address, startedIn, cpu, resident, env, stop, remove }
}

/** Plays the example up to a stage into the database that `env` names. */
export function playExample(stage: string, env: NodeJS.ProcessEnv, withLists = true): Promise<void> {
  return runDoor('scripts/seed.ts', [stage, ...(withLists ? [] : ['--without-lists'])], env)
}

/** Runs a command of this folder in an environment of its own. */
export function runDoor(script: string, given: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const parameters = ['--conditions=react-server', '--import', 'tsx', script, ...given]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${script} stopped with ${code}`))))
  })
}

/** Waits until an address answers with success. */
export async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await new Promise((resume) => setTimeout(resume, 50))
  }
  throw new Error(`${url} did not become ready`)
}

/** utime and stime of the whole process (proc(5)), in milliseconds. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

function residentOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
