import { desc } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditEntries, marks as markRows } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { MarkJob } from '@/domain/judging/device-sheet'
import { handOver } from '@/domain/judging/handed-marks'
import { verifyChain } from '../audit/verify-chain'
import { ownSheet } from './queries'
import { saveMarks } from './save-marks'
import { takeHandedMarks } from './take-handed-marks'
import { ADDRESS, AT, codeOf, done, makeJury, mark } from './testing'

testDatabase()
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => vi.useRealTimers())

type Sent = ReturnType<typeof mark>
const asJob = ({ at, value, ...sent }: Sent): MarkJob => ({
  ...sent,
  kind: 'mark',
  value: value as number,
  at: at.toISOString(),
})
const textOf = (juror: string, marks: readonly Sent[]) => handOver(juror, marks.map(asJob), 2).join('\n')

test('handed-over marks are the juror’s own, say who took them in, and count once when the device comes back', async () => {
  const { organizer, president, ulduz, weighted, event } = await makeJury()
  const sent = weighted.map((criterion) => mark(ulduz.entry, criterion, 8))
  const ids = sent.map(({ id }) => id)
  const take = () => takeHandedMarks(organizer, { event, text: textOf(president.juror, sent) })
  const taken = { saved: ids, rejected: [], conflicts: [], office: 'President of CNES' }
  expect([await take(), await take()]).toEqual([taken, taken])
  const rows = await (await db()).select().from(markRows)
  expect(rows.map(({ enteredBy, jurorId }) => [enteredBy, jurorId])).toEqual(
    ids.map(() => [organizer.personId, president.juror]),
  )
  const [told] = await (await db()).select().from(auditEntries).orderBy(desc(auditEntries.ordinal)).limit(1)
  expect(told).toMatchObject({ action: 'take-handed-marks', details: { marks: ids } })
  expect(await verifyChain(event)).toMatchObject({ intact: true })

  expect(await saveMarks(president.actor, { ...ADDRESS, marks: sent })).toEqual({
    saved: ids,
    rejected: [],
    conflicts: [],
  })
  const sheet = await done(ownSheet(president.actor, ADDRESS))
  expect(sheet.marks.map(({ value }) => value)).toEqual([8, 8, 8, 8])
})

test('each is judged on its own, and a newer one from another device is not overwritten', async () => {
  const { organizer, president, ulduz, weighted, event } = await makeJury()
  const [economy = '', innovation = ''] = weighted
  const newer = mark(ulduz.entry, economy, 3, { device: 'tablet' })
  await done(saveMarks(president.actor, { ...ADDRESS, marks: [newer] }))
  const older = mark(ulduz.entry, economy, 9)
  const wild = mark(ulduz.entry, innovation, 11)
  const good = mark(ulduz.entry, innovation, 7)
  const text = textOf(president.juror, [older, wild, good])
  const taken = await done(takeHandedMarks(organizer, { event, text }))
  expect(taken.saved).toEqual([good.id])
  expect(taken.rejected.map(({ id, refusal }) => [id, refusal.code])).toEqual([[wild.id, 'mark-off-grid']])
  expect(taken.conflicts.map(({ mine, theirs }) => [mine.id, theirs.id])).toEqual([[older.id, newer.id]])
})

test('what is no handed-over text is refused, and nobody but the organizer takes any in', async () => {
  const { organizer, president, rector, ulduz, weighted, event } = await makeJury()
  const text = textOf(president.juror, [mark(ulduz.entry, weighted[0] ?? '', 8)])
  const codes = [
    await codeOf(takeHandedMarks(organizer, { event, text: 'seven, I think' })),
    await codeOf(takeHandedMarks(organizer, { event, text: text.replace(ulduz.entry, 'ulduz') })),
    await codeOf(takeHandedMarks(organizer, { event, text: text.replace(president.juror, ulduz.entry) })),
    await codeOf(takeHandedMarks(president.actor, { event, text })),
    await codeOf(takeHandedMarks(rector.actor, { event, text })),
  ]
  expect(codes).toEqual([
    'handed-unreadable',
    'handed-unreadable',
    'handed-elsewhere',
    'not-allowed',
    'not-allowed',
  ])
  expect(await (await db()).$count(markRows)).toBe(0)
})
