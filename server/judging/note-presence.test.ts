import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { jurors } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { progressOf } from './progress'
import { readMarks } from './read-request'
import { saveMarks } from './save-marks'
import { ADDRESS, AT, done, makeJury, mark } from './testing'

testDatabase()
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => vi.useRealTimers())

test('the desk knows at once how many marks wait on a device, and that they came', async () => {
  const { president, organizer, ulduz, weighted, event } = await makeJury()
  const save = async (seconds: number, waiting?: number) => {
    vi.setSystemTime(new Date(AT.getTime() + seconds * 1000))
    const marks = [mark(ulduz.entry, weighted[0] ?? '', 7)]
    await done(saveMarks(president.actor, { ...ADDRESS, marks, waiting }))
    const [row] = await (await db())
      .select({ seenAt: jurors.lastSeenAt, waiting: jurors.waiting })
      .from(jurors)
      .where(eq(jurors.id, president.juror))
    return row
  }
  const at = (seconds: number) => new Date(AT.getTime() + seconds * 1000)
  expect(await save(0, 0)).toEqual({ seenAt: at(0), waiting: 0 })
  expect(await save(1, 0)).toEqual({ seenAt: at(0), waiting: 0 })
  expect(await save(2, 7)).toEqual({ seenAt: at(2), waiting: 7 })
  const progress = await done(progressOf(organizer, event))
  expect(progress.jurors.map(({ waiting }) => waiting)).toEqual([7, 0])
  expect(await save(3)).toEqual({ seenAt: at(2), waiting: 7 })
  expect(await save(4, 0)).toEqual({ seenAt: at(4), waiting: 0 })
})

test.each([
  [7, 7],
  [-1, 0],
  [1e12, 10_000],
  ['7', undefined],
  [1.5, undefined],
  [null, undefined],
])('a device that says %j marks wait is heard as %j', (waiting, heard) => {
  expect(readMarks({ ...ADDRESS, marks: [], waiting })).toEqual({
    ...ADDRESS,
    marks: [],
    unread: [],
    waiting: heard,
  })
})
