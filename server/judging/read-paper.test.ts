import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database, transaction } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { auditEntries, ballots, marks, paperReadings } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { verifyChain } from '../audit/verify-chain'
import { enterPhase } from '../events/advance-phase'
import { actorOf } from '../session'
import { paperDesk } from './paper-ballots'
import { ownSheet } from './queries'
import { readPaper } from './read-paper'
import { recordConflict } from './record-conflict'
import { saveMarks } from './save-marks'
import { setBallotStatus } from './set-ballot-status'
import { ADDRESS, AT, codeOf, done, makeJury, mark } from './testing'

testDatabase()
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => vi.useRealTimers())

async function paperOf() {
  const jury = await makeJury()
  const person = await makePerson('Second organizer')
  await grant(person.id, 'event-organizer', jury.event)
  const other = await actorOf(person.id)
  const values = (...typed: string[]) =>
    Object.fromEntries([jury.gate, ...jury.weighted].map((id, at) => [id, typed[at] ?? '']))
  const read = (
    reading: number,
    typed: Record<string, string>,
    { by = jury.organizer, juror = jury.president.juror, entry = jury.ulduz.entry } = {},
  ) => {
    vi.advanceTimersByTime(60_000)
    return readPaper(by, { event: jury.event, juror, entry, reading, values: typed })
  }
  const desk = () => done(paperDesk(jury.organizer, { event: jury.event, juror: jury.president.juror }))
  return { ...jury, other, values, read, desk }
}

test('two readings that agree are the juror’s marks, once, by whoever read last, and the ballot is submitted', async () => {
  const { read, values, other, organizer, president, ulduz, gate, weighted, event, desk } = await paperOf()
  const typed = values('1', '7', '8,5', '6', '9')
  const cells = [gate, ...weighted]
  expect(await read(1, typed)).toEqual({ agreed: 0, cells: 5, open: cells, contested: [], submitted: false })
  expect(await database.select().from(marks)).toEqual([])
  // Pressed twice, a reading is not its own second.
  expect(await codeOf(read(1, typed))).toBe('paper-moved')
  expect(await database.select().from(paperReadings)).toHaveLength(5)

  expect(await read(2, typed, { by: other })).toEqual({
    agreed: 5,
    cells: 5,
    open: [],
    contested: [],
    submitted: true,
  })
  const rows = await database.select().from(marks).orderBy(marks.id)
  expect(
    rows.map(({ jurorId, criterionId, value, enteredBy, device }) => [
      jurorId,
      criterionId,
      value,
      enteredBy,
      device,
    ]),
  ).toEqual(
    cells.map((criterion, at) => [
      president.juror,
      criterion,
      [1, 7, 8.5, 6, 9][at],
      other.personId,
      'paper',
    ]),
  )
  const readings = await database.select().from(paperReadings).orderBy(paperReadings.pass)
  expect(readings.map(({ readBy, pass }) => [readBy, pass])).toEqual([
    ...cells.map(() => [organizer.personId, 1]),
    ...cells.map(() => [other.personId, 2]),
  ])
  const [ballot] = (await database.select().from(ballots)).filter(
    ({ jurorId, entryId }) => jurorId === president.juror && entryId === ulduz.entry,
  )
  expect([ballot?.status, ballot?.changedBy]).toEqual(['submitted', other.personId])
  const sheet = await done(ownSheet(president.actor, ADDRESS))
  const standing = cells.map((cell) => sheet.marks.filter(({ criterion }) => criterion === cell))
  expect(standing.map((found) => found.map(({ value }) => value))).toEqual([[1], [7], [8.5], [6], [9]])
  expect((await desk()).ballots.find(({ entry }) => entry === ulduz.entry)).toMatchObject({
    status: 'submitted',
    reading: null,
    open: [],
  })
  expect(await verifyChain(event)).toMatchObject({ intact: true })
  expect(await codeOf(read(3, typed))).toBe('paper-answered')
})

test('cells that differ are asked again, alone, and two that agree decide', async () => {
  const { read, values, weighted, desk, ulduz } = await paperOf()
  const [economy = '', innovation = ''] = weighted
  await done(read(1, values('1', '7', '8', '6', '9')))
  expect(await read(2, values('1', '7', '3', '6', '9'))).toMatchObject({ agreed: 4, open: [innovation] })
  expect((await desk()).ballots.find(({ entry }) => entry === ulduz.entry)).toMatchObject({ reading: 3 })
  // What is agreed is not changed by a later reading.
  const third = { ...values('0', '1', '3', '1', '1'), [economy]: '2' }
  expect(await read(3, third)).toMatchObject({ agreed: 5, open: [], submitted: true })
  const rows = await database.select().from(marks).orderBy(marks.id)
  expect(rows.map(({ value }) => value)).toEqual([1, 7, 6, 9, 3])
})

test('the desk of the second reading holds nothing of the first, and the audit no value', async () => {
  const { read, values, desk } = await paperOf()
  const outcome = await done(read(1, values('0', '1,5', '2.5', '3.5', '4.5')))
  const [told] = (await database.select().from(auditEntries)).filter(({ action }) => action === 'read-paper')
  for (const shown of [await desk(), outcome, told?.details]) {
    const { criteria: _, ...rest } = { criteria: null, ...JSON.parse(JSON.stringify(shown)) }
    expect(JSON.stringify(rest)).not.toMatch(/[1-4][.,]5/)
  }
  expect(await database.select().from(paperReadings)).toHaveLength(5)
})

test('a cell that a device has filled with something else is never overwritten', async () => {
  const { read, values, president, ulduz, weighted } = await paperOf()
  const [economy = ''] = weighted
  await done(saveMarks(president.actor, { ...ADDRESS, marks: [mark(ulduz.entry, economy, 3)] }))
  const typed = values('1', '7', '8', '6', '9')
  await done(read(1, typed))
  expect(await read(2, typed)).toMatchObject({ open: [], contested: [economy], submitted: false })
  const sheet = await done(ownSheet(president.actor, ADDRESS))
  expect(sheet.marks.find(({ criterion }) => criterion === economy)?.value).toBe(3)
})

test('what a device holds otherwise than the paper says keeps the ballot a draft, whichever reading it comes before', async () => {
  const { read, values, president, ulduz, weighted } = await paperOf()
  const [economy = ''] = weighted
  const onDevice = (replaces: string | null) =>
    saveMarks(president.actor, { ...ADDRESS, marks: [mark(ulduz.entry, economy, 3, { replaces })] })
  await done(read(1, values('1', '7', '8', '6', '9')))
  await done(read(2, values('1', '7', '5', '6', '9')))
  const agreed = (await database.select().from(marks)).find(({ criterionId }) => criterionId === economy)
  await done(onDevice(agreed?.id ?? null))
  const third = await read(3, values('1', '7', '8', '6', '9'))
  expect(third).toMatchObject({ open: [], contested: [economy], submitted: false })
})

test('nothing on paper where a device holds a mark is a difference too', async () => {
  const { read, values, president, ulduz, weighted } = await paperOf()
  const [economy = ''] = weighted
  await done(saveMarks(president.actor, { ...ADDRESS, marks: [mark(ulduz.entry, economy, 3)] }))
  await done(read(1, values('1', '', '8', '6', '9')))
  const second = await read(2, values('1', '', '8', '6', '9'))
  expect(second).toMatchObject({ contested: [economy], submitted: false })
})

test('an empty cell stays empty, and such a ballot is not submitted', async () => {
  const { read, values } = await paperOf()
  const typed = values('1', '7', '', '6', '9')
  await done(read(1, typed))
  expect(await read(2, typed)).toMatchObject({ agreed: 5, open: [], submitted: false })
  expect((await database.select().from(marks).orderBy(marks.id)).map(({ value }) => value)).toEqual([
    1, 7, 6, 9,
  ])
})

test('each thing that must not be is refused, and nothing is kept of it', async () => {
  const { read, values, president, rector, oil, ulduz, weighted, organizer, event, neighbour, stranger } =
    await paperOf()
  const typed = values('1', '7', '8', '6', '9')
  for (const wild of ['11', '7,25', '-1', 'seven', '1e1', '7.5.5'])
    expect(await read(1, values('1', '7', wild))).toMatchObject({ code: 'mark-off-grid', field: weighted[1] })
  expect(await codeOf(read(2, typed))).toBe('paper-moved')
  expect(await codeOf(read(1, typed, { juror: rector.juror, entry: oil.entry }))).toBe('paper-conflicted')
  expect(await codeOf(read(1, typed, { entry: 'no id' }))).toBe('not-found')
  expect(await codeOf(read(1, typed, { by: president.actor }))).toBe('not-allowed')
  expect(await codeOf(read(1, typed, { by: neighbour }))).toBe('not-found')
  expect(await codeOf(read(1, typed, { by: stranger as typeof organizer }))).not.toHaveProperty('agreed')
  expect(await codeOf(paperDesk(president.actor, { event }))).toBe('not-allowed')
  await done(recordConflict(organizer, { juror: rector.juror, entry: ulduz.entry, reason: 'A cousin' }))
  expect(await codeOf(read(1, typed, { juror: rector.juror }))).toBe('paper-conflicted')
  expect(await codeOf(read(1, typed, { entry: uuidv7() }))).toBe('not-found')
  await done(
    setBallotStatus(president.actor, {
      ...ADDRESS,
      entry: ulduz.entry,
      status: 'recused',
      reason: 'Coached',
    }),
  )
  expect(await codeOf(read(1, typed))).toBe('paper-answered')
  await transaction(() => enterPhase(organizer, event, 'judging', 'deliberation'))
  expect(await codeOf(read(1, typed, { entry: oil.entry }))).toBe('closed-judging')
  expect(await database.select().from(paperReadings)).toEqual([])
  expect(await database.select().from(marks)).toEqual([])
})
