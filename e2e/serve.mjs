/**
 * Plays the example for the stories of the journeys, each stage of it once, and serves the production build for each
 * story on a copy of its own in an embedded database: `node e2e/serve.mjs [story…]`, or all of them. A story that is
 * not `served` gets its copy alone: its journey starts the server itself.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const stories = JSON.parse(readFileSync(join(root, 'e2e/stories.json'), 'utf8'))
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(stories)
const directory = mkdtempSync(join(tmpdir(), 'apogee-journeys-'))
const children = new Set()

function run(parameters, env, stdio) {
  const { DATABASE_URL: _, ...rest } = process.env
  const secret = 'a secret for journeys only'
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    env: { ...rest, NODE_ENV: 'production', AUTH_SECRET: secret, ...env },
    stdio,
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

const played = new Map()

/** Where a stage of the example stands, played when it is first asked for. */
function play(stage, lists) {
  const place = join(directory, `${stage}-${lists ? 'with' : 'without'}-lists`)
  if (!played.has(place)) {
    const seed = ['--conditions=react-server', '--import', 'tsx', 'scripts/seed.ts', stage]
    const env = { DATA_DIR: place, DEMO_STAGE: stage }
    const child = run(lists ? seed : [...seed, '--without-lists'], env, ['ignore', 'ignore', 'inherit'])
    played.set(
      place,
      new Promise((done) => child.once('exit', (code) => (code === 0 ? done(place) : stop(1)))),
    )
  }
  return played.get(place)
}

/** Serves a story, once its stage is played, and waits until it answers. */
async function serve(name) {
  const { port, stage, moment, lists, served = true } = stories[name]
  const data = join(directory, name)
  cpSync(await play(stage, lists), data, { recursive: true })
  if (!served) return
  const offset = Date.parse(moment) - Date.now()
  const env = { DATA_DIR: data, DEMO_STAGE: stage, PORT: String(port), CLOCK_OFFSET_MS: String(offset) }
  run(['scripts/start.mjs'], env, ['ignore', 'ignore', 'inherit']).once('exit', () => stop(1))
  const isReady = () =>
    fetch(`http://localhost:${port}/api/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) await new Promise((resume) => setTimeout(resume, 200))
}

let stopping = false

/** Ends what was started, and only then takes its data away. */
async function stop(code) {
  if (stopping) return
  stopping = true
  const gone = [...children].map((child) => new Promise((resume) => child.once('exit', resume)))
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(gone)
  rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0))
await Promise.all(names.map(serve))
// What the journeys wait for, and where they learn the place (playwright.config.ts).
console.log(`Every story is told from ${directory}`)
