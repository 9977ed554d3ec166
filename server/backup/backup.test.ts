import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { decks, importDrafts, marks } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { verifyChain } from '../audit/verify-chain'
import { localFiles } from '../files/local-files'
import { makePdf } from '../files/testing'
import { saveMarks } from '../judging/save-marks'
import { ADDRESS, codeOf, done, makeJury, mark } from '../judging/testing'
import { keepDraft } from '../registration/import/draft'
import { restoreBackup } from './restore-backup'
import { takeBackup } from './take-backup'

testDatabase()

let folder = ''
let file = ''
beforeEach(() => {
  vi.stubEnv('DATA_DIR', 'memory://')
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  file = join(folder, 'apogee.backup')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const unpacked = (path: string) => gunzipSync(readFileSync(path)).toString()
/** All but the head and the end, which hold the moment it was taken. */
const rowsIn = (path: string) => unpacked(path).split('\n').slice(1, -2)

async function makeScored() {
  const jury = await makeJury()
  const sent = jury.weighted.map((criterion) => mark(jury.ulduz.entry, criterion, 7.5))
  await done(saveMarks(jury.president.actor, { ...ADDRESS, marks: sent }))
  return jury
}

async function empty() {
  const { rows } = await database.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  )
  await database.execute(sql.raw(`truncate ${rows.map(({ name }) => name).join()} cascade`))
}

test('what was backed up comes back to the last row, and the chain is intact', async () => {
  const jury = await makeScored()
  const taken = await done(takeBackup(file))
  await empty()
  const restored = await done(restoreBackup(file, { replace: false }))
  expect(restored).toMatchObject({ rows: taken.rows, tables: taken.tables })
  const again = join(folder, 'again.backup')
  await done(takeBackup(again))
  expect(rowsIn(again)).toEqual(rowsIn(file))
  expect(await verifyChain(jury.event)).toMatchObject({ intact: true })
  // The foreign keys are back too.
  await expect(database.execute(sql`delete from jurors`)).rejects.toThrow()
})

test('lists that are only being checked are in no backup', async () => {
  const jury = await makeScored()
  const draft = await done(
    keepDraft(jury.organizer, jury.event, [
      { name: 'Falcon class.csv', bytes: new TextEncoder().encode('a,b') },
    ]),
  )
  await done(takeBackup(file))
  expect(unpacked(file)).not.toContain('Falcon class')
  expect(unpacked(file)).not.toContain(draft.id)
  await empty()
  await done(restoreBackup(file, { replace: false }))
  expect(await database.select().from(importDrafts)).toEqual([])
})

test('uploaded decks go with it and come back; one the store has lost is told', async () => {
  vi.stubEnv('DATA_DIR', join(folder, 'here'))
  const jury = await makeScored()
  const pdf = await makePdf({ pages: 2 })
  const digest = createHash('sha256').update(pdf).digest('hex')
  const at = new Date()
  const deck = { entryId: jury.ulduz.entry, fileName: 'd.pdf', bytes: pdf.length, pages: 2, begunAt: at }
  const by = { begunBy: jury.organizer.personId ?? '', finishedAt: at }
  await database.insert(decks).values([
    { ...deck, ...by, digest },
    { ...deck, ...by, digest: 'f'.repeat(64) },
  ])
  await localFiles().put(`${digest}.pdf`, pdf)
  expect(await done(takeBackup(file))).toMatchObject({ files: 1, lost: 1 })
  await empty()
  vi.stubEnv('DATA_DIR', join(folder, 'elsewhere'))
  mkdirSync(join(folder, 'elsewhere', 'database'), { recursive: true })
  expect(await localFiles().get(`${digest}.pdf`)).toBeNull()
  expect(await done(restoreBackup(file, { replace: false }))).toMatchObject({ files: 1 })
  expect(await localFiles().get(`${digest}.pdf`)).toEqual(pdf)
  writeFileSync(
    file,
    gzipSync(
      gunzipSync(readFileSync(file))
        .toString()
        .replace(/\tJVBERi/, '\tJVBERj'),
    ),
  )
  expect(await codeOf(restoreBackup(file, { replace: true }))).toBe('backup-damaged')
})

test('it is readable by its owner alone', async () => {
  await makeScored()
  await done(takeBackup(file))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(existsSync(`${file}.part`)).toBe(false)
})

test('what is there is replaced only when that is asked for', async () => {
  await makeScored()
  await done(takeBackup(file))
  await database.execute(sql`update marks set value = 1`)
  expect(await codeOf(restoreBackup(file, { replace: false }))).toBe('restore-not-empty')
  expect((await database.select().from(marks)).map(({ value }) => value)).toEqual([1, 1, 1, 1])
  await done(restoreBackup(file, { replace: true }))
  expect((await database.select().from(marks)).map(({ value }) => value)).toEqual([7.5, 7.5, 7.5, 7.5])
})

test.each<[string, (bytes: Buffer) => Buffer, string]>([
  [
    'a value changed',
    (bytes) =>
      gzipSync(
        gunzipSync(bytes)
          .toString()
          .replace(/(?<=\n\t.*)7\.5/, '9.5'),
      ),
    'backup-damaged',
  ],
  [
    'its date changed',
    (bytes) =>
      gzipSync(
        gunzipSync(bytes)
          .toString()
          .replace(/"takenAt":"\d/, '"takenAt":"9'),
      ),
    'backup-damaged',
  ],
  ['its end missing', (bytes) => bytes.subarray(0, bytes.length - 200), 'backup-damaged'],
  [
    'a line gone',
    (bytes) =>
      gzipSync(
        gunzipSync(bytes)
          .toString()
          .replace(/\t.*\n/, ''),
      ),
    'backup-damaged',
  ],
  ['something else in it', () => gzipSync('{"apogee":"song"}\n'), 'backup-damaged'],
  ['no archive at all', () => Buffer.from('marks'), 'backup-damaged'],
])('a backup with %s changes nothing', async (_name, damage, code) => {
  await makeScored()
  await done(takeBackup(file))
  writeFileSync(file, damage(readFileSync(file)))
  await database.execute(sql`update marks set value = 1`)
  expect(await codeOf(restoreBackup(file, { replace: true }))).toBe(code)
  expect((await database.select().from(marks)).map(({ value }) => value)).toEqual([1, 1, 1, 1])
})

test('a backup of other tables is not forced into these', async () => {
  await makeScored()
  await done(takeBackup(file))
  const seen = sql`drizzle.__drizzle_migrations`
  await database.execute(sql`update ${seen} set hash = hash || 'x'`)
  expect(await codeOf(restoreBackup(file, { replace: true }))).toBe('backup-of-other-version')
  await database.execute(sql`update ${seen} set hash = left(hash, -1)`)
})

test('where nothing can be written, or nothing is, it says so', async () => {
  expect(await codeOf(takeBackup(join(folder, 'nowhere', 'apogee.backup')))).toBe('backup-unwritable')
  expect(await codeOf(restoreBackup(join(folder, 'nothing'), { replace: true }))).toBe('backup-unreadable')
})
