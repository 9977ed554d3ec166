import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database, transaction } from '@/db/client'
import { Journal, readJournal } from '@/db/journal'
import {
  auditEntries,
  ballots,
  currentMarks,
  eventPhases,
  marks,
  persons,
  resultRanks,
  results,
} from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { verifyChain } from '../audit/verify-chain'
import { closeScoring } from '../judging/close-scoring'
import { recordAbsences } from '../judging/record-absences'
import { saveMarks } from '../judging/save-marks'
import { setBallotStatus } from '../judging/set-ballot-status'
import { ADDRESS, AT, done, makeJury, mark } from '../judging/testing'
import { sealResult } from '../ranking/seal-result'
import { castAll, makeJury as makeScoredJury } from '../ranking/testing'
import { adoptJournal, leaveJournal } from './keep'
import { openJournal } from './open'

testDatabase()

let folder = ''
let file = ''
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT })
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  file = join(folder, 'journal.jsonl')
  adoptJournal(await Journal.open(file))
})
afterEach(async () => {
  await leaveJournal()
  rmSync(folder, { recursive: true })
  vi.useRealTimers()
})

type Jury = Awaited<ReturnType<typeof makeJury>>
const later = (minutes: number) => vi.setSystemTime(AT.getTime() + minutes * 60_000)

/** The whole record of a final, to be compared as it was and as it came back. */
const standing = async () => ({
  marks: await database.select().from(marks).orderBy(marks.id),
  current: await database.select().from(currentMarks).orderBy(currentMarks.criterionId),
  ballots: await database.select().from(ballots).orderBy(ballots.id),
  phases: await database.select().from(eventPhases).orderBy(eventPhases.ordinal),
  results: await database.select().from(results),
  places: await database.select().from(resultRanks).orderBy(resultRanks.position),
})

/** What a power cut does to a database that never syncs: it is as it was some moments ago. */
async function forget(from: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.execute(sql`delete from current_marks`)
    await tx.execute(sql`delete from marks where received_at >= ${from}`)
    await tx.execute(
      sql`update ballots set status = 'draft', reason = null, changed_at = ${AT.toISOString()}`,
    )
    await tx.execute(sql`delete from event_phases where entered_at >= ${from}`)
  })
}

async function scoreAndClose(jury: Jury): Promise<void> {
  const sent = jury.weighted.map((criterion) => mark(jury.ulduz.entry, criterion, 8))
  later(1)
  await done(saveMarks(jury.president.actor, { ...ADDRESS, marks: sent }))
  later(2)
  const changed = mark(jury.ulduz.entry, jury.weighted[0] ?? '', 6, { replaces: sent[0]?.id })
  await done(saveMarks(jury.president.actor, { ...ADDRESS, marks: [changed] }))
  later(3)
  const place = { ...ADDRESS, entry: jury.ulduz.entry }
  await done(setBallotStatus(jury.president.actor, { ...place, status: 'submitted' }))
  const away = { event: jury.event, reason: 'has left' }
  await done(recordAbsences(jury.organizer, { ...away, juror: jury.president.juror }))
  await done(recordAbsences(jury.organizer, { ...away, juror: jury.rector.juror }))
  later(4)
  await done(closeScoring(jury.organizer, { event: jury.event }))
}

/** What the next process does with the journal of the one before. */
async function restart() {
  await leaveJournal()
  return openJournal(file)
}

test('what the database lost comes back from the journal, also into a final closed since, and the chain tells', async () => {
  const jury = await makeJury()
  await scoreAndClose(jury)
  const before = await standing()
  expect(before.marks).toHaveLength(6)
  await forget('2018-05-26T08:01:00Z')
  const replayed = await restart()
  expect(replayed).toMatchObject({ homeless: [] })
  expect(await standing()).toEqual(before)
  expect(await verifyChain(jury.event)).toMatchObject({ intact: true })
  const told = await database.select().from(auditEntries)
  const back = told.filter(({ action }) => action === 'replay-journal')
  expect(back.flatMap(({ details }) => details.marks ?? [])).toHaveLength(6)
})

test('nothing lost, nothing done; and nothing doubled however often it starts', async () => {
  const jury = await makeJury()
  await scoreAndClose(jury)
  const before = await standing()
  expect(await restart()).toEqual({ rows: 0, homeless: [] })
  await forget('2018-05-26T08:02:00Z')
  expect(await restart()).not.toEqual({ rows: 0, homeless: [] })
  expect(await restart()).toEqual({ rows: 0, homeless: [] })
  expect((await standing()).marks).toEqual(before.marks)
})

test('a sealed result comes back with its places, and the event is sealed again', async () => {
  const jury = await makeScoredJury()
  const [president] = jury.actors
  if (!president) throw new Error('nobody presides')
  await castAll(jury, [6, 9, 3])
  await done(closeScoring(jury.organizer, { event: jury.national.id }))
  await done(sealResult(president, { event: jury.national.id }))
  const before = await standing()
  expect(before.places).toHaveLength(3)
  await transaction(async (tx) => {
    await tx.delete(resultRanks)
    await tx.delete(results)
    await tx.execute(sql`delete from event_phases where phase in ('deliberation', 'sealed')`)
  })
  expect(await restart()).toEqual({ rows: 6, homeless: [] })
  expect(await standing()).toEqual(before)
})

test('a newer mark that the database holds is not moved back', async () => {
  const jury = await makeJury()
  await scoreAndClose(jury)
  const before = await standing()
  const [old] = before.marks
  await database.execute(sql`delete from marks where id = ${old?.id} and not exists
    (select from current_marks where mark_id = ${old?.id})`)
  await restart()
  expect(await standing()).toEqual(before)
})

test('a record without a place in this database is told, and the others come back', async () => {
  const jury = await makeJury()
  await scoreAndClose(jury)
  const spoken = vi.spyOn(console, 'error').mockReturnValue()
  const stray = { jurorId: jury.event, entryId: jury.event, criterionId: jury.event, markId: jury.event }
  const journal = await Journal.open(file)
  await journal.append({
    event: jury.event,
    rows: { marks: [{ id: jury.event, juror_id: stray.jurorId, entry_id: stray.entryId }] },
  })
  await journal.close()
  await forget('2018-05-26T08:02:00Z')
  const replayed = await restart()
  expect(replayed?.homeless).toHaveLength(1)
  expect((await standing()).marks).toHaveLength(6)
  expect(spoken.mock.calls.flat().join(' ')).toContain('1 RECORDS OF THE JOURNAL HAVE NO PLACE')
  spoken.mockRestore()
})

test('the journal holds no name', async () => {
  const jury = await makeJury()
  await scoreAndClose(jury)
  expect((await readJournal(file))?.records.length).toBeGreaterThan(5)
  const text = readFileSync(file, 'utf8')
  for (const { givenName } of await database.select().from(persons)) expect(text).not.toContain(givenName)
})

test('a mark is answered only when it is on the disk, also one that was sent before', async () => {
  const jury = await makeJury()
  const [criterion = ''] = jury.weighted
  const sent = { ...ADDRESS, marks: [mark(jury.ulduz.entry, criterion, 8)] }
  adoptJournal(null)
  await expect(saveMarks(jury.president.actor, sent)).rejects.toThrow('could not be written')
  await expect(saveMarks(jury.president.actor, sent)).rejects.toThrow('could not be written')
})
