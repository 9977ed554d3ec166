import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LONGEST_MS = 90_000

/** The production server on an empty database of its own: no example, no mail, nothing but what is printed at its start. */
export class EmptyServer {
  private readonly directory = mkdtempSync(join(tmpdir(), 'apogee-empty-'))
  private child: ChildProcess | null = null
  /** The code the console shows. */
  code = ''

  constructor(private readonly port: number) {}

  readonly address = () => `http://localhost:${this.port}`

  /** Starts it and reads the code off its console. Each start has another one. */
  async start(): Promise<void> {
    const { DATABASE_URL: _, DEMO_STAGE: __, SMTP_URL: ___, BASE_URL: ____, ...env } = process.env
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: {
        ...{ ...env, NODE_ENV: 'production', DATA_DIR: this.directory, PORT: String(this.port) },
        AUTH_SECRET: 'a secret for journeys only',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    let said = ''
    this.code = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No setup code was printed: ${said}`)), LONGEST_MS)
      const read = (chunk: Buffer) => {
        said += chunk.toString()
        const code = /setup code ([A-Z2-9]{4}-[A-Z2-9]{4})/.exec(said)?.[1]
        if (!code || !said.includes('Ready at')) return
        clearTimeout(late)
        resolve(code)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
    })
  }

  async stop(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resume) => child.once('exit', resume))
    child.kill('SIGTERM')
    await gone
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}
