import { type ChildProcess, spawn } from 'node:child_process'
import { MOMENTS, untilReady } from '../bench/server'

export const SECRET = 'a secret for fault tests only'

/** The production server under a supervisor that starts it again, as systemd or a container does. */
export class KeptServer {
  private child: ChildProcess | null = null
  private offset = Date.parse(MOMENTS.judging) - Date.now()
  /** Milliseconds from each signal until the next process served. */
  readonly restarts: number[] = []

  constructor(
    private readonly port: number,
    readonly env: NodeJS.ProcessEnv,
  ) {}

  readonly address = () => `http://localhost:${this.port}`

  /** The competition's clock runs on from one process to the next; `later` more milliseconds have passed meanwhile. */
  async start(later = 0): Promise<void> {
    this.offset += later
    this.child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...this.env, PORT: String(this.port), CLOCK_OFFSET_MS: String(this.offset) },
      stdio: 'ignore',
    })
    await untilReady(`${this.address()}/api/ready`)
  }

  /** Ends the process with a signal, starts it again and waits until it serves. */
  async restartAfter(signal: NodeJS.Signals): Promise<void> {
    const began = performance.now()
    await this.stop(signal)
    await this.start()
    this.restarts.push(performance.now() - began)
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resume) => child.once('exit', resume))
    child.kill(signal)
    await gone
  }
}

/** The environment of an installation with its data in `directory`. */
export const installation = (directory: string, databaseUrl = ''): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  DATA_DIR: directory,
  DATABASE_URL: databaseUrl,
  DEMO_STAGE: 'judging',
  AUTH_SECRET: SECRET,
})
