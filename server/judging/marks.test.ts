import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { putAtPhase } from '@/db/factories'
import { auditEntries, currentMarks, eventPhases, marks as markRows } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { actorOf } from '../session'
import { progressOf } from './progress'
import { ownSheet } from './queries'
import { recordAbsence } from './record-absence'
import { saveMarks } from './save-marks'
import { setBallotStatus } from './set-ballot-status'
import { setRubric } from './set-rubric'
import { ADDRESS, AT, codeOf, done, makeJury, mark } from './testing'
import { writeNote } from './write-note'

testDatabase()
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => vi.useRealTimers())

type Jury = Awaited<ReturnType<typeof makeJury>>
const save = (jury: Jury, ...marks: ReturnType<typeof mark>[]) =>
  saveMarks(jury.president.actor, { ...ADDRESS, marks })
const whole = ({ weighted, ulduz }: Jury) => weighted.map((id) => mark(ulduz.entry, id, 8))
const codes = async (outcome: ReturnType<typeof save>) =>
  (await done(outcome)).rejected.map(({ refusal }) => refusal.code)
const ballot = (jury: Jury, status: 'submitted' | 'recused' | 'draft', reason?: string) =>
  setBallotStatus(jury.president.actor, { ...ADDRESS, entry: jury.ulduz.entry, status, reason })
const current = async () =>
  (
    await (await db()).select().from(currentMarks).innerJoin(markRows, eq(markRows.id, currentMarks.markId))
  ).map(({ marks }) => marks.value)
/** Closes scoring an hour after the marks of this file are made. */
async function close(event: string) {
  const enteredAt = new Date(AT.getTime() + 3_600_000)
  await (await db())
    .insert(eventPhases)
    .values({ eventId: event, ordinal: 4, phase: 'deliberation', enteredAt })
  vi.setSystemTime(new Date(AT.getTime() + 7_200_000))
}

test('a mark is saved once, however often it is sent', async () => {
  const jury = await makeJury()
  const sent = mark(jury.ulduz.entry, jury.weighted[0] ?? '', 7.5)
  const answers = [await save(jury, sent), await save(jury, sent), await save(jury, sent, sent)]
  expect(answers).toEqual([
    { saved: [sent.id], rejected: [], conflicts: [] },
    { saved: [sent.id], rejected: [], conflicts: [] },
    { saved: [sent.id, sent.id], rejected: [], conflicts: [] },
  ])
  expect(await (await db()).select({ id: markRows.id }).from(markRows)).toEqual([{ id: sent.id }])
})

test('also when it is sent ten times at once, and the chain tells it once', async () => {
  const jury = await makeJury()
  const sent = mark(jury.ulduz.entry, jury.weighted[0] ?? '', 7.5)
  const answers = await Promise.all(Array.from({ length: 10 }, () => done(save(jury, sent))))
  expect(answers.map(({ saved }) => saved)).toEqual(Array(10).fill([sent.id]))
  const told = await (await db()).select().from(auditEntries).where(eq(auditEntries.action, 'save-marks'))
  expect(told.map(({ details }) => details)).toEqual([{ marks: [sent.id], late: 0, contested: 0 }])
})

test('a change is a new mark: the cell moves on, the history stays', async () => {
  const jury = await makeJury()
  const [criterion = ''] = jury.weighted
  const first = mark(jury.ulduz.entry, criterion, 6)
  await done(save(jury, first))
  await done(save(jury, mark(jury.ulduz.entry, criterion, null, { replaces: first.id })))
  expect(await current()).toEqual([null])
  expect(await (await db()).$count(markRows)).toBe(2)
})

test('two devices: the second is kept, shown beside the first, and the juror decides', async () => {
  const jury = await makeJury()
  const [criterion = ''] = jury.weighted
  const phone = mark(jury.ulduz.entry, criterion, 6)
  const tablet = mark(jury.ulduz.entry, criterion, 9, { device: 'tablet' })
  await done(save(jury, phone))
  const contested = await done(save(jury, tablet))
  expect(contested.saved).toEqual([])
  expect(contested.conflicts.map(({ mine, theirs }) => [mine.id, theirs.id])).toEqual([[tablet.id, phone.id]])
  expect(await done(save(jury, tablet))).toEqual(contested)
  expect(await current()).toEqual([6])
  await done(save(jury, mark(jury.ulduz.entry, criterion, 9, { device: 'tablet', replaces: phone.id })))
  expect(await current()).toEqual([9])
  expect(await (await db()).$count(markRows)).toBe(3)
})

test('only what is one’s own to score', async () => {
  const jury = await makeJury()
  const [criterion = ''] = jury.weighted
  const across = mark(jury.oil.entry, criterion, 10)
  const outcome = await done(saveMarks(jury.rector.actor, { ...ADDRESS, marks: [across] }))
  expect(outcome.rejected.map(({ refusal }) => refusal.code)).toEqual(['entry-not-yours'])
  expect(await codes(save(jury, mark('no-id', criterion, 7)))).toEqual(['entry-not-yours'])
  expect(await codes(save(jury, mark(jury.ulduz.entry, jury.event, 7)))).toEqual(['criterion-unknown'])
  const marks = [mark(jury.ulduz.entry, criterion, 7)]
  expect(await codeOf(saveMarks(jury.organizer, { ...ADDRESS, marks }))).toBe('not-allowed')
  expect(await codeOf(saveMarks(jury.neighbour, { ...ADDRESS, marks }))).toBe('not-found')
  expect(await codeOf(saveMarks(jury.president.actor, { ...ADDRESS, event: 'estonia', marks }))).toBe(
    'not-found',
  )
  expect(await codeOf(saveMarks(jury.president.actor, { ...ADDRESS, event: 'nowhere', marks }))).toBe(
    'not-found',
  )
})

test('another juror’s mark id is taken', async () => {
  const jury = await makeJury()
  const sent = mark(jury.ulduz.entry, jury.weighted[0] ?? '', 7)
  await done(save(jury, sent))
  const outcome = await done(saveMarks(jury.rector.actor, { ...ADDRESS, marks: [sent] }))
  expect(outcome.rejected.map(({ refusal }) => refusal.code)).toEqual(['mark-id-taken'])
})

test('a ballot is submitted whole, with the gate on pass, and takes no marks until reopened', async () => {
  const jury = await makeJury()
  const [first, ...rest] = whole(jury)
  await done(save(jury, ...rest))
  expect(await codeOf(ballot(jury, 'submitted'))).toBe('ballot-incomplete')
  await done(save(jury, first ?? mark('', '', 0)))
  expect(await done(ballot(jury, 'submitted'))).toEqual({ entry: jury.ulduz.entry, status: 'submitted' })
  expect(await done(ballot(jury, 'submitted'))).toEqual({ entry: jury.ulduz.entry, status: 'submitted' })
  expect((await current()).sort()).toEqual([1, 8, 8, 8, 8])
  const change = mark(jury.ulduz.entry, jury.weighted[0] ?? '', 2, { replaces: first?.id })
  expect(await codes(save(jury, change))).toEqual(['ballot-submitted'])
  await done(ballot(jury, 'draft'))
  expect(await codes(save(jury, change))).toEqual([])
})

test('marks and the submission that race for one ballot: no mark enters a submitted one', async () => {
  const jury = await makeJury()
  await done(save(jury, ...whole(jury)))
  const changes = jury.weighted.map((id) => mark(jury.ulduz.entry, id, 3))
  const outcomes = await Promise.all([
    ...changes.slice(0, 2).map((change) => save(jury, change)),
    ballot(jury, 'submitted'),
    ...changes.slice(2).map((change) => save(jury, change)),
  ])
  const refused = outcomes.flatMap((one) => (isRefusal(one) || !('rejected' in one) ? [] : one.rejected))
  expect(new Set(refused.map(({ refusal }) => refusal.code))).toEqual(
    new Set(refused.length ? ['ballot-submitted'] : []),
  )
  const written = await (await db()).$count(markRows)
  expect(written).toBe(4 + 1 + changes.length - refused.length)
})

test('recusing needs a reason, and an absence is taken back by the desk alone', async () => {
  const jury = await makeJury()
  const [criterion = ''] = jury.weighted
  expect(await codeOf(ballot(jury, 'recused', '  '))).toBe('reason-missing')
  await done(ballot(jury, 'recused', 'I advise the team'))
  expect(await codes(save(jury, mark(jury.ulduz.entry, criterion, 7)))).toEqual(['ballot-recused'])
  await done(ballot(jury, 'draft'))
  const absence = { juror: jury.president.juror, entry: jury.ulduz.entry, reason: 'Left at noon' }
  expect(await codeOf(recordAbsence(jury.stranger, absence))).toBe('not-found')
  expect(await codeOf(recordAbsence(jury.rector.actor, absence))).toBe('not-allowed')
  await done(recordAbsence(jury.organizer, absence))
  expect(await codeOf(ballot(jury, 'draft'))).toBe('ballot-absent')
  await done(recordAbsence(jury.organizer, { ...absence, absent: false }))
  expect(await codes(save(jury, mark(jury.ulduz.entry, criterion, 7)))).toEqual([])
})

test('after closing: a mark made before is kept as late, and none counts', async () => {
  const jury = await makeJury()
  const [criterion = ''] = jury.weighted
  const before = mark(jury.ulduz.entry, criterion, 7)
  await close(jury.event)
  const after = mark(jury.ulduz.entry, criterion, 7, { at: new Date(AT.getTime() + 7_000_000) })
  expect(await codes(save(jury, before, after))).toEqual(['closed-judging', 'closed-judging'])
  expect(await codes(save(jury, before))).toEqual(['closed-judging'])
  const kept = await (await db()).select({ id: markRows.id, late: markRows.late }).from(markRows)
  expect(kept).toEqual([{ id: before.id, late: true }])
  expect(await current()).toEqual([])
  expect(await codeOf(ballot(jury, 'recused', 'too late'))).toBe('closed-judging')
})

test('the rubric is locked by the first mark, also for whoever set it', async () => {
  const jury = await makeJury()
  const rubric = { event: jury.event, criteria: [{ kind: 'weighted' as const, name: 'All', weight: 1 }] }
  expect(await codeOf(setRubric(jury.neighbour, rubric))).toBe('not-found')
  expect(await codeOf(setRubric(jury.organizer, { ...rubric, criteria: [] }))).toBe('rubric-unweighted')
  await done(save(jury, mark(jury.ulduz.entry, jury.weighted[0] ?? '', 7)))
  expect(await codeOf(setRubric(jury.organizer, rubric))).toBe('condition-change-rubric')
})

test('a rubric that changes while the first mark arrives: one of the two wins', async () => {
  const jury = await makeJury()
  const rubric = { event: jury.event, criteria: [{ kind: 'weighted' as const, name: 'All', weight: 1 }] }
  const sent = mark(jury.ulduz.entry, jury.weighted[0] ?? '', 7)
  const [set, saved] = await Promise.all([setRubric(jury.organizer, rubric), done(save(jury, sent))])
  expect(isRefusal(set)).toBe(saved.saved.length === 1)
})

test('the own sheet holds the own and names who one never meets', async () => {
  const jury = await makeJury()
  const sent = mark(jury.ulduz.entry, jury.weighted[0] ?? '', 7)
  await done(save(jury, sent))
  const note = { ...ADDRESS, id: jury.event, entry: jury.ulduz.entry, kind: 'private' as const, text: ' Ə ' }
  await done(writeNote(jury.president.actor, note))
  await done(writeNote(jury.president.actor, note))
  const sheet = await done(ownSheet(jury.president.actor, ADDRESS))
  expect(sheet.entries.map(({ team }) => team)).toEqual(['oil', 'ulduz'])
  expect(sheet.marks.map(({ id, value }) => [id, value])).toEqual([[sent.id, 7]])
  expect(sheet.notes).toEqual([{ entry: jury.ulduz.entry, kind: 'private', text: 'Ə' }])
  const rector = await done(ownSheet(jury.rector.actor, ADDRESS))
  expect([
    rector.entries.map(({ team }) => team),
    rector.never.map(({ team }) => team),
    rector.marks,
  ]).toEqual([['ulduz'], ['oil'], []])
  expect(await codeOf(ownSheet(jury.stranger, ADDRESS))).toBe('not-found')
  expect(await codeOf(ownSheet(jury.organizer, ADDRESS))).toBe('not-allowed')
  expect(await codeOf(writeNote(jury.rector.actor, { ...note, entry: jury.oil.entry }))).toBe('not-found')
  expect(await codeOf(writeNote(jury.rector.actor, note))).toBe('mark-id-taken')
})

test('progress tells states and counts, never a value', async () => {
  const jury = await makeJury()
  await done(save(jury, ...whole(jury)))
  await done(ballot(jury, 'submitted'))
  const progress = await done(progressOf(jury.organizer, jury.event))
  const { ulduz, oil } = jury
  expect(
    progress.jurors.map(({ office, cells }) => [
      office,
      [oil, ulduz].map(({ entry }) => cells[entry]?.state),
    ]),
  ).toEqual([
    ['President of CNES', ['unopened', 'sent']],
    ['Rector’s office, UFAZ', ['conflict', 'unopened']],
  ])
  expect([progress.done, progress.total, progress.ballots]).toEqual([4, 12, { done: 1, total: 3 }])
  expect(JSON.stringify(progress)).not.toContain('"value"')
  expect(await codeOf(progressOf(jury.neighbour, jury.event))).toBe('not-found')
})

test('before judging no mark is taken, nor one of who has left the jury', async () => {
  const jury = await makeJury()
  const marks = [mark(jury.ulduz.entry, jury.weighted[0] ?? '', 7)]
  await (await db()).delete(eventPhases)
  await putAtPhase(jury.event, 'registration')
  expect(await codeOf(saveMarks(jury.president.actor, { ...ADDRESS, marks }))).toBe('closed-judging')
  const person = jury.president.actor.personId
  expect((await actorOf(person)).seats).toHaveLength(1)
})
