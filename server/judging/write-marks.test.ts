import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, transaction } from '@/db/client'
import { auditEntries, marks as markRows } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { receiveMarks } from '@/domain/judging/receive-marks'
import { record } from '../audit'
import { verifyChain } from '../audit/verify-chain'
import { readSheet } from './read-sheet'
import { saveMarks } from './save-marks'
import { ADDRESS, AT, done, makeJury, mark } from './testing'
import { writeMarks } from './write-marks'

testDatabase()
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => vi.useRealTimers())

type Jury = Awaited<ReturnType<typeof makeJury>>

const deedOf = ({ president, event }: Jury) => ({
  actor: president.actor,
  action: 'save-marks',
  object: { kind: 'juror', id: president.juror },
  event,
})

test('what was decided on an older state of the event is not written, nor told', async () => {
  const jury = await makeJury()
  const { event, president, ulduz, weighted } = jury
  const sent = [mark(ulduz.entry, weighted[0] ?? '', 7)]
  const read = async () => {
    const markIds = sent.map(({ id }) => id)
    const found = await readSheet(president.actor, ADDRESS, { entryIds: [ulduz.entry], markIds })
    if (!found) throw new Error('no event')
    return found
  }
  const { end, sheet } = await read()
  await record({ ...deedOf(jury), action: 'somebody-else' })
  const write = (standing: typeof end) =>
    writeMarks(president.juror, sheet, receiveMarks(sent, sheet), deedOf(jury), standing)

  expect(await write(end)).toBe(false)
  expect(await (await db()).$count(markRows)).toBe(0)
  const { end: newer } = await read()
  expect(await write(newer)).toBe(true)
  expect(await (await db()).$count(markRows)).toBe(1)
  expect(await verifyChain(event)).toMatchObject({ intact: true })
})

test('marks that arrive while somebody holds the event’s turn are saved after it, by what holds then', async () => {
  const jury = await makeJury()
  const { event, president, ulduz, weighted } = jury
  const sent = weighted.map((criterion) => mark(ulduz.entry, criterion, 8))
  const saving: { outcome?: ReturnType<typeof saveMarks> } = {}
  await transaction(async () => {
    await record({ ...deedOf(jury), action: 'long-work' })
    setTimeout(() => {
      saving.outcome = saveMarks(president.actor, { ...ADDRESS, marks: sent })
    }, 0)
    await new Promise((resume) => setTimeout(resume, 60))
  })
  expect((await done(saving.outcome ?? Promise.reject())).saved).toEqual(sent.map(({ id }) => id))
  const told = await (await db())
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.chain, event))
    .orderBy(auditEntries.ordinal)
  expect(told.slice(-2)).toEqual([{ action: 'long-work' }, { action: 'save-marks' }])
})
