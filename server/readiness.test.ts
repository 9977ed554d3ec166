import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { adoptConnection, connection } from '@/db/client'
import { databaseLocation } from '@/db/location'
import { holdDirectory } from '@/db/lock'
import { databaseFault } from './readiness'

const folder = mkdtempSync(join(tmpdir(), 'readiness-'))
const memo = globalThis as typeof globalThis & { apogeeAnsweredAt?: number }
// An answer is believed for a second, also one that another test was given.
beforeEach(() => {
  memo.apogeeAnsweredAt = undefined
})
afterEach(() => {
  adoptConnection(undefined)
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('an embedded database that another process has open is refused by that process’s name', async () => {
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('DATABASE_URL', '')
  const place = databaseLocation()
  if (place.kind !== 'embedded' || place.directory === null) throw new Error('not embedded')
  const release = await holdDirectory(place.directory)
  expect(await databaseFault()).toContain(`is in use by process ${process.pid} (`)
  release()
})

test('a PostgreSQL that does not answer is told without its user and password', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://someone:secret@127.0.0.1:9/apogee')
  expect(await databaseFault()).toBe('No PostgreSQL answers at DATABASE_URL (127.0.0.1:9: ECONNREFUSED).')
})

test('an embedded database that has broken down is opened again', async () => {
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('DATABASE_URL', '')
  const broken = await connection()
  await broken.pool.query('create table kept as select 7 as figure')
  await broken.pool.end()
  expect(await databaseFault()).toBeNull()
  const again = await connection()
  expect((await again.pool.query('select figure from kept')).rows).toEqual([{ figure: 7 }])
  await again.close()
})
