import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { DatabaseInUse, holdDirectory } from './lock'

const home = mkdtempSync(join(tmpdir(), 'apogee-lock-'))
const directory = join(home, 'database')
afterEach(() => rmSync(directory, { recursive: true, force: true }))

test('a second process is refused with the name of the first, and let in when it has gone, however it went', async () => {
  const script = `import { holdDirectory } from './db/lock.ts'; await holdDirectory(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: 'pipe',
  })
  await new Promise((resume) => holder.stdout.once('data', resume))

  const refused = await holdDirectory(directory).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DatabaseInUse)
  expect(String(refused)).toContain(`process ${holder.pid}`)

  const gone = new Promise((resume) => holder.once('exit', resume))
  holder.kill('SIGKILL')
  await gone
  const release = await holdDirectory(directory)
  release()
})
