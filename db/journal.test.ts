import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal, journalFile, readJournal, setJournalAside } from './journal'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  file = join(folder, 'journal.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

const HEAD = { journal: expect.any(String), begun: expect.any(String) }
const written = async () => (await readJournal(file))?.records

test('what was appended is there when the next process opens it, in its order', async () => {
  const first = await Journal.open(file)
  await Promise.all(Array.from({ length: 50 }, (_, mark) => first.append({ mark, name: 'ə' })))
  await first.close()
  const second = await Journal.open(file)
  await second.append({ mark: 50 })
  await second.close()
  const marks = Array.from({ length: 50 }, (_, mark) => ({ mark, name: 'ə' }))
  expect(await written()).toEqual([HEAD, ...marks, { mark: 50 }])
})

test('a line the machine stopped in is left out, and the next begins where it began', async () => {
  const first = await Journal.open(file)
  await first.append({ mark: 1 })
  await first.close()
  appendFileSync(file, '1234abcd {"mark":2')
  expect(await readJournal(file)).toMatchObject({ records: [HEAD, { mark: 1 }], corrupt: [], torn: true })
  const second = await Journal.open(file)
  await second.append({ mark: 3 })
  await second.close()
  expect(await readJournal(file)).toMatchObject({
    records: [HEAD, { mark: 1 }, { mark: 3 }],
    corrupt: [],
    torn: false,
  })
})

test('a line that was changed is named, and the others are read', async () => {
  const journal = await Journal.open(file)
  for (const mark of [1, 2, 3]) await journal.append({ mark })
  await journal.close()
  writeFileSync(file, readFileSync(file, 'utf8').replace('"mark":2', '"mark":9'))
  expect(await readJournal(file)).toMatchObject({
    records: [HEAD, { mark: 1 }, { mark: 3 }],
    corrupt: [3],
    torn: false,
  })
})

test('a rotated journal holds what came after the backup, and goes on', async () => {
  const journal = await Journal.open(file)
  await journal.append({ mark: 1 })
  const position = await journal.position()
  await journal.append({ mark: 2 })
  await journal.rotate(position)
  await journal.append({ mark: 3 })
  await journal.close()
  expect(await written()).toEqual([HEAD, { mark: 2 }, { mark: 3 }])
})

test('one that cannot be written says so, and writes it all when it can again', async () => {
  const journal = await Journal.open(file)
  // No disk fails and recovers at will; the full disk of the benchmark's trial does it for real, as root.
  const { handle } = journal as unknown as { handle: { datasync: () => Promise<void> } }
  const sync = handle.datasync.bind(handle)
  handle.datasync = () => Promise.reject(new Error('ENOSPC'))
  await expect(journal.append({ mark: 1 })).rejects.toThrow('could not be written')
  expect(journal.fault).toBe('ENOSPC')
  expect(await written()).toEqual([HEAD])
  handle.datasync = sync
  await journal.append({ mark: 2 })
  expect(await written()).toEqual([HEAD, { mark: 1 }, { mark: 2 }])
  expect(journal.fault).toBeNull()
})

test('PostgreSQL and a database in memory have none', () => {
  expect(journalFile({ kind: 'postgres', url: 'postgres://localhost' })).toBeNull()
  expect(journalFile({ kind: 'embedded', directory: null })).toBeNull()
  expect(journalFile({ kind: 'embedded', directory: '/data/database' })).toBe('/data/journal.jsonl')
})

test('put aside, it is no longer read', async () => {
  await (await Journal.open(file)).close()
  expect(await setJournalAside(file)).toContain(file)
  expect(await readJournal(file)).toBeNull()
  expect(await setJournalAside(file)).toBeNull()
})
