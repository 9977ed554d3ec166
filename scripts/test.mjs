/**
 * `npm test`: installs what is missing (also PostgreSQL and a browser) and runs every check. Exits 0 only if all ran
 * and passed, and closes with one line that counts them.
 */
import { spawnSync } from 'node:child_process'
import { installMissingPackages } from './install.mjs'

installMissingPackages()
const { startPostgres } = await import('./postgres.mjs')
const { findOrInstallChromium } = await import('./chromium.mjs')
const { buildIfStale } = await import('./build.mjs')

/** A check that has not ended by then never will. */
const MOST_MS = 20 * 60_000
const began = Date.now()
const outcomes = []

function check(name, script, env = {}) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { status, error } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    timeout: MOST_MS,
  })
  const seconds = Math.round((Date.now() - started) / 1000)
  if (error) console.error(`\n!! ${name} was stopped after ${seconds} s: ${error.message}`)
  outcomes.push({ name, passed: status === 0, seconds })
}

async function prepare(what, work) {
  try {
    return await work()
  } catch (error) {
    console.error(`\n!! ${what} could not be had: ${error.message}`)
    outcomes.push({ name: what, passed: false, seconds: 0 })
  }
}

check('format and lint', 'check:format')
check('types', 'check:types')
check('rules', 'check:rules')
check('use cases on the embedded database', 'check:use-cases')
const postgres = await prepare('PostgreSQL for the use cases', startPostgres)
if (postgres) check('use cases on PostgreSQL', 'check:use-cases', { TEST_DATABASE_URL: postgres.url })
postgres?.stop()
const browser = await prepare('a browser', findOrInstallChromium)
if (browser) {
  await buildIfStale()
  check('journeys in Chromium', 'check:journeys', { CHROMIUM: browser })
}
check('nothing acknowledged is lost', 'check:faults')

console.log(`\n── ${Math.round((Date.now() - began) / 1000)} s in all`)
for (const { name, passed, seconds } of outcomes) console.log(`${passed ? '✓' : '✗'} ${name} (${seconds} s)`)
const failed = outcomes.filter(({ passed }) => !passed).length
console.log(`checks: ${outcomes.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
