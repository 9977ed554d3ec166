/**
 * `npm run demo [-- --stage=registration|judging|closed|published] [--keep]`
 * Installs what is missing, builds, plays the example edition up to a stage into an embedded database of its own and
 * serves it. It never touches DATABASE_URL and erases only a directory that holds its own marker.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.mjs'
import { installMissingPackages } from './install.mjs'

/** Where the Azerbaijan final stands, and when that was (Baku is four hours ahead of UTC). */
const MOMENTS = {
  registration: '2018-05-14T06:05:00Z',
  judging: '2018-05-26T12:24:00Z',
  closed: '2018-05-26T13:34:00Z',
  published: '2018-05-27T08:00:00Z',
}

const { stage, keep } = readArguments()
const root = resolve(import.meta.dirname, '..')
const port = process.env.PORT ?? '3000'
const directory = join(resolve(root, process.env.DATA_DIR ?? '.data'), 'demo')
const marker = join(directory, 'apogee-demo.json')

const began = Date.now()
installMissingPackages()
refuseWhileRunning()
const kept = keep && existsSync(marker)
const story = kept ? JSON.parse(readFileSync(marker, 'utf8')) : startAfresh()
const settings = {
  ...process.env,
  DATA_DIR: directory,
  DEMO_STAGE: story.stage,
  AUTH_SECRET: story.secret,
  PORT: port,
}
delete settings.DATABASE_URL

const playing = kept
  ? Promise.resolve()
  : run(['--conditions=react-server', '--import', 'tsx', 'scripts/seed.ts', story.stage])
await Promise.all([buildIfStale(), playing])
if (!kept) {
  story.clockStartedAt = Date.now()
  writeFileSync(marker, JSON.stringify(story))
}
serve()

function readArguments() {
  const stages = Object.keys(MOMENTS)
  const options = { stage: { type: 'string', default: 'judging' }, keep: { type: 'boolean', default: false } }
  try {
    const { values } = parseArgs({ options })
    if (stages.includes(values.stage)) return values
    stop(`There is no stage “${values.stage}”. Choose one of: ${stages.join(', ')}.`)
  } catch (error) {
    stop(`${error.message}. Write: npm run demo -- --stage=${stages.join('|')} --keep (both optional).`)
  }
}

function stop(sentence) {
  console.error(sentence)
  process.exit(2)
}

/** Erasing the database under a running server would take the visitors' data with it. */
function refuseWhileRunning() {
  const note = join(directory, 'running.json')
  if (!existsSync(note)) return
  const { pid, command } = JSON.parse(readFileSync(note, 'utf8'))
  try {
    process.kill(pid, 0)
  } catch {
    return
  }
  stop(
    `The demo in ${directory} is running (process ${pid}: ${command}). Stop it first, or set DATA_DIR and PORT.`,
  )
}

function startAfresh() {
  if (existsSync(directory) && !existsSync(marker) && readdirSync(directory).length > 0)
    stop(`${directory} was not made by the demo, so it is not erased. Move it away or set DATA_DIR.`)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const fresh = { stage, secret: randomBytes(32).toString('base64url') }
  writeFileSync(marker, JSON.stringify(fresh))
  console.log(`Playing the example edition up to “${stage}”…`)
  return fresh
}

function run(parameters) {
  return new Promise((done) => {
    const child = spawn(process.execPath, parameters, { cwd: root, env: settings, stdio: 'inherit' })
    child.on('exit', (code) => (code === 0 ? done() : process.exit(code ?? 1)))
  })
}

function serve() {
  const offset = Date.parse(MOMENTS[story.stage]) - story.clockStartedAt
  const env = { ...settings, NODE_ENV: 'production', CLOCK_OFFSET_MS: String(offset) }
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  server.stdout.on('data', (chunk) => {
    if (String(chunk).includes('Ready')) announce()
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))
}

function announce() {
  const address = `http://localhost:${port}`
  const clock = new Date(MOMENTS[story.stage]).toLocaleString('en-GB', { timeZone: 'Asia/Baku' })
  console.log(`
  Apogee, the example edition: ActInSpace 2018, Azerbaijan national final.
  Every student, team and mark in it is invented.

  ${address}                                    stage: ${story.stage}, clock at ${clock} in Baku
  ${address}/actinspace-2018/azerbaijan

  The bar at the foot of each page steps into a role with one click. The accounts (all @example.org):
  organizer  organizer2  helper  president  juror1 … juror6  captain  student  partner  edition  owner  neighbour

  Ready after ${Math.round((Date.now() - began) / 1000)} s. Ctrl+C stops it; “npm run demo -- --keep” goes on with the same data.
`)
}
