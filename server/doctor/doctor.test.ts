import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { Journal } from '@/db/journal'
import { auditEntries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { adoptJournal, leaveJournal } from '../journal/keep'
import { saveMarks } from '../judging/save-marks'
import { ADDRESS, done, makeJury, mark } from '../judging/testing'
import { type Finding, inWords } from './findings'

testDatabase()

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'))
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('AUTH_SECRET', 'mtHn2Jq0sX5vRz8cLw4yBk7eUf1pGd3a')
  vi.resetModules()
})
afterEach(async () => {
  await leaveJournal()
  vi.unstubAllEnvs()
  vi.resetModules()
  rmSync(folder, { recursive: true })
})

/** The settings are read once a process, so each examination is one of its own. */
async function examined(): Promise<Finding[]> {
  const { examine } = await import('./examine')
  return examine()
}
const faults = async () => (await examined()).filter(({ state }) => state !== 'fine').map(({ code }) => code)
const withoutRoom = (codes: string[]) => codes.filter((code) => !code.startsWith('room'))

async function scored() {
  const jury = await makeJury()
  const sent = jury.weighted.map((criterion) => mark(jury.ulduz.entry, criterion, 7.5))
  await done(saveMarks(jury.president.actor, { ...ADDRESS, marks: sent }))
  return jury
}

test('an installation that is well is told so, each thing in a sentence', async () => {
  await scored()
  const found = await examined()
  expect(withoutRoom(found.filter(({ state }) => state !== 'fine').map(({ code }) => code))).toEqual([])
  for (const sentence of found.map(inWords)) expect(sentence).toMatch(/^[A-Z0-9].*\.$/s)
})

test('a record that was changed past the program is found', async () => {
  const { event } = await scored()
  await database
    .update(auditEntries)
    .set({ details: { marks: [] } })
    .where(eq(auditEntries.chain, event))
  expect(withoutRoom(await faults())).toEqual(['chains-fault'])
})

test('a secret that can be guessed is named', async () => {
  vi.stubEnv('AUTH_SECRET', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
  expect(withoutRoom(await faults())).toEqual(['secret-warning'])
})

test('a mail server that does not answer, or is none', async () => {
  const listening = createServer((socket) => socket.end('no mail here\r\n'))
  await new Promise<void>((resume) => listening.listen(0, resume))
  const address = listening.address()
  vi.stubEnv('SMTP_URL', `smtp://localhost:${typeof address === 'object' ? address?.port : 0}`)
  expect(withoutRoom(await faults())).toEqual(['mail-fault'])
  listening.close()
})

test('what the database lacks of the journal, and a journal that was damaged', async () => {
  const file = join(folder, 'journal.jsonl')
  const journal = await Journal.open(file)
  adoptJournal(journal)
  const { event } = await scored()
  await leaveJournal()
  await database.execute('delete from current_marks')
  await database.execute('delete from marks')
  expect(withoutRoom(await faults())).toEqual(['journal-lost-warning'])
  const after = await Journal.open(file)
  await after.append({ event, rows: {} })
  await after.close()
  writeFileSync(file, readFileSync(file, 'utf8').replace(event, event.replace(/.$/, '_')))
  vi.resetModules()
  expect(withoutRoom(await faults())).toEqual(['journal-damaged-fault'])
})

test('a folder that is no folder cannot be written to', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  vi.stubEnv('DATA_DIR', join(file, 'data'))
  expect(await faults()).toContain('directory-fault')
})
