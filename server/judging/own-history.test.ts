import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '@/db/testing'
import { ownHistory } from './queries'
import { saveMarks } from './save-marks'
import { ADDRESS, AT, codeOf, done, makeJury, mark } from './testing'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => void vi.useRealTimers())

test('a juror reads every mark they gave, also the replaced ones, and nobody else’s', async () => {
  const { ulduz, weighted, president, rector, organizer } = await makeJury()
  const first = mark(ulduz.entry, weighted[0] ?? '', 7)
  const second = mark(ulduz.entry, weighted[0] ?? '', 8, { replaces: first.id })
  await done(saveMarks(rector.actor, { ...ADDRESS, marks: [mark(ulduz.entry, weighted[0] ?? '', 3)] }))
  for (const marks of [[first], [second]]) await done(saveMarks(president.actor, { ...ADDRESS, marks }))
  const given = { entry: ulduz.entry, criterion: weighted[0], device: 'phone', at: AT, receivedAt: AT }
  expect(await ownHistory(president.actor, ADDRESS)).toEqual([
    { ...given, id: first.id, value: 7, replaces: null, late: false },
    { ...given, id: second.id, value: 8, replaces: first.id, late: false },
  ])
  expect(await codeOf(ownHistory(organizer, ADDRESS))).toBe('not-allowed')
})
