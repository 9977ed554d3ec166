import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/**
 * Starts a PostgreSQL of the tests' own in a temporary directory, on a free port, without touching any server that
 * runs already. Looks for an installed one, else installs Debian's package.
 * With `durable` it syncs as in earnest; `crash` then stops it as `-m immediate` does, and `start` lets it recover.
 * @param {{durable?: boolean, disk?: string}} [wish] `disk` is where its data lie, the system's temporary directory else
 * @returns {Promise<{url: string, stop: () => void, crash: () => Promise<void>, start: () => Promise<void>}>}
 * @throws {Error} saying what was tried, when there is none to be had
 */
export async function startPostgres({ durable = false, disk = tmpdir() } = {}) {
  const binaries = findBinaries() ?? installDebianPackage()
  const directory = mkdtempSync(join(disk, 'apogee-postgres-'))
  const asOwner = ownerOf(directory)
  const port = await freePort()
  asOwner(join(binaries, 'initdb'), [
    '-D',
    join(directory, 'data'),
    '-U',
    'postgres',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ])
  const options = [
    '-D',
    join(directory, 'data'),
    '-p',
    String(port),
    '-k',
    directory,
    '-c',
    'listen_addresses=localhost',
    '-c',
    durable ? 'fsync=on' : 'fsync=off',
  ]
  const [command, parameters] = asOwner.command(join(binaries, 'postgres'), options)
  let server
  const start = async () => {
    // A group of its own, so that the signal reaches the server and not only who became its user.
    server = spawn(command, parameters, { stdio: 'ignore', detached: true })
    await untilReady(join(binaries, 'pg_isready'), port)
  }
  const crash = async () => {
    const gone = new Promise((resume) => server.once('exit', resume))
    process.kill(-server.pid, 'SIGQUIT')
    await gone
    await untilGone(join(directory, 'data', 'postmaster.pid'))
  }
  const stop = () => {
    process.kill(-server.pid, 'SIGINT')
    rmSync(directory, { recursive: true, force: true })
  }
  await start()
  return { url: `postgres://postgres@localhost:${port}/postgres`, stop, crash, start }
}

function findBinaries() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...versions.map((version) => join(debian, version, 'bin')),
    '/opt/homebrew/opt/postgresql/bin',
    '/usr/local/bin',
    '/usr/bin',
  ]
  return places.find((place) =>
    ['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(join(place, name))),
  )
}

function installDebianPackage() {
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(
      'No PostgreSQL was found. Install version 15 or newer, so that initdb and postgres are at hand.',
    )
  }
  console.log('Installing PostgreSQL (apt-get)…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
  execFileSync('apt-get', ['install', '-y', '-qq', 'postgresql'], { env, stdio: 'ignore' })
  const found = findBinaries()
  if (!found)
    throw new Error('PostgreSQL was installed but its initdb was not found under /usr/lib/postgresql.')
  return found
}

/** PostgreSQL refuses to run as root: then its own user runs it. */
function ownerOf(directory) {
  const root = userInfo().uid === 0
  const command = (binary, parameters) =>
    root ? ['runuser', ['-u', 'postgres', '--', binary, ...parameters]] : [binary, parameters]
  if (root) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
    )
    chownSync(directory, uid, gid)
  }
  const run = (binary, parameters) =>
    execFileSync(...command(binary, parameters), { stdio: 'ignore', cwd: directory })
  return Object.assign(run, { command })
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Who became the server's user may be gone before it is. */
async function untilGone(note) {
  for (let attempt = 0; attempt < 100 && existsSync(note); attempt++)
    await new Promise((resume) => setTimeout(resume, 50))
}

async function untilReady(isReady, port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      execFileSync(isReady, ['-h', 'localhost', '-p', String(port)], { stdio: 'ignore' })
      return
    } catch {
      await new Promise((resume) => setTimeout(resume, 100))
    }
  }
  throw new Error('PostgreSQL was started but did not answer within ten seconds.')
}
