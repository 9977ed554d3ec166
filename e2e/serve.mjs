/** Plays a story of the example into a fresh embedded database and serves the production build on it. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const { port, stage, moment, lists } = JSON.parse(readFileSync(join(root, 'e2e/stories.json'), 'utf8'))[
  process.argv[2]
]
const directory = mkdtempSync(join(tmpdir(), 'apogee-journey-'))
const env = {
  ...process.env,
  NODE_ENV: 'production',
  DATA_DIR: directory,
  DEMO_STAGE: stage,
  AUTH_SECRET: 'a secret for journeys only',
  PORT: String(port),
}
delete env.DATABASE_URL

const seed = ['--conditions=react-server', '--import', 'tsx', 'scripts/seed.ts', stage]
const played = spawnSync(process.execPath, lists ? seed : [...seed, '--without-lists'], {
  cwd: root,
  env,
  stdio: 'inherit',
})
if (played.status !== 0) process.exit(1)

const offset = Date.parse(moment) - Date.now()
const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
  cwd: root,
  env: { ...env, CLOCK_OFFSET_MS: String(offset) },
  stdio: 'inherit',
})
const stop = () => {
  server.kill('SIGTERM')
  rmSync(directory, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
server.on('exit', () => process.exit(0))
