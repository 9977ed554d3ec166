import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database, transaction } from '@/db/client'
import { auditEntries, entries, eventPhases } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { enterPhase } from '../events/advance-phase'
import { ADDRESS, AT, codeOf, makeEntry, makeJury } from '../judging/testing'
import { nobody } from '../session'
import { commitDraw, commitmentTo } from './commit-draw'
import { drawPitchOrder } from './draw-pitch-order'
import { moveStage } from './move-stage'
import { pitchDraw, stageNow } from './queries'

testDatabase()
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: AT }))
afterEach(() => vi.useRealTimers())

const passes = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)
const shown = async () => {
  const stage = await stageNow(nobody(), ADDRESS)
  if (isRefusal(stage)) throw new Error(stage.code)
  return stage
}

test('one controller moves what everybody sees: who is on, since when, and who comes next', async () => {
  const { organizer, event, ulduz, oil } = await makeJury()
  expect(await shown()).toMatchObject({
    ...{ state: 'empty', now: null, next: null, over: false },
    ...{ moves: 0, limit: 480_000 },
  })
  expect(await moveStage(organizer, { event, move: 'call', entry: ulduz.entry, after: 0 })).toEqual({
    moves: 1,
  })
  expect(await moveStage(organizer, { event, move: 'start', after: 1 })).toEqual({ moves: 2 })
  passes(3)
  expect(await shown()).toMatchObject({
    state: 'running',
    now: { entry: ulduz.entry, team: 'ulduz', institution: 'ADA University' },
    next: { entry: oil.entry },
    spent: 180_000,
  })
  passes(7)
  expect(await moveStage(organizer, { event, move: 'end', after: 2 })).toEqual({ moves: 3 })
  expect(await shown()).toMatchObject({ state: 'empty', now: null, next: { entry: oil.entry } })
  const ofEvent = eq(auditEntries.chain, event)
  const told = await database.select().from(auditEntries).where(ofEvent).orderBy(auditEntries.ordinal)
  expect(told.slice(-3).map(({ action, details }) => [action, details])).toEqual([
    ['move-stage', { move: 'call' }],
    ['move-stage', { move: 'start' }],
    ['move-stage', { move: 'end' }],
  ])
})

test('once scoring is closed nobody comes next, whoever was never called', async () => {
  const { organizer, event, ulduz } = await makeJury()
  await moveStage(organizer, { event, move: 'call', entry: ulduz.entry, after: 0 })
  await moveStage(organizer, { event, move: 'start', after: 1 })
  await moveStage(organizer, { event, move: 'end', after: 2 })
  expect((await shown()).next).not.toBeNull()
  await transaction(() => enterPhase(organizer, event, 'judging', 'deliberation'))
  expect(await shown()).toMatchObject({ now: null, next: null, over: true })
})

test('before the pitches nobody comes next by the alphabet: only by the draw', async () => {
  const { organizer, event } = await makeJury()
  expect(await shown()).toMatchObject({ next: null, over: false })
  await database.delete(eventPhases).where(eq(eventPhases.phase, 'judging'))
  expect(await shown()).toMatchObject({ now: null, next: null, over: false })
  await commitDraw(organizer, { event, seed: '26 May, Baku' })
  expect(await shown()).toMatchObject({ next: null, over: false })
  await drawPitchOrder(organizer, { event })
  expect(await shown()).toMatchObject({ next: { order: 1 }, over: false })
})

test('of two who press at once one moves it, and what makes no sense is refused', async () => {
  const { organizer, event, ulduz, oil, president } = await makeJury()
  const call = (entry: string) => codeOf(moveStage(organizer, { event, move: 'call', entry, after: 0 }))
  const answers = await Promise.all([call(ulduz.entry), call(oil.entry)])
  expect(answers).toContainEqual({ moves: 1 })
  expect(answers).toContain('stage-moved')
  expect(await codeOf(moveStage(organizer, { event, move: 'resume', after: 1 }))).toBe('stage-impossible')
  expect(await codeOf(moveStage(president.actor, { event, move: 'start', after: 1 }))).toBe('not-allowed')
  expect(await codeOf(moveStage(organizer, { event, move: 'call', entry: event, after: 1 }))).toBe(
    'not-found',
  )
})

test('the draw is committed to before it is made, and its seed is public only with it', async () => {
  const { organizer, event, ada, president } = await makeJury()
  await makeEntry(event, 'late', ada.id)
  const commit = (seed: string) => codeOf(commitDraw(organizer, { event, seed }))
  expect(await codeOf(drawPitchOrder(organizer, { event }))).toBe('draw-uncommitted')
  for (const unseen of [' ', '\u200b', '\u3164']) expect(await commit(unseen)).toBe('seed-missing')
  expect(await codeOf(commitDraw(president.actor, { event, seed: 'mine' }))).toBe('not-allowed')
  const commitment = commitmentTo('26 May, Baku')
  expect(await commit('26 May, Baku')).toEqual({ commitment })
  expect(await pitchDraw(event)).toEqual({ commitment, committedAt: AT, seed: null, drawnAt: null })

  const drawn = await drawPitchOrder(organizer, { event })
  if (isRefusal(drawn)) throw new Error(drawn.code)
  const rows = await database.select().from(entries).orderBy(entries.pitchOrder)
  expect(rows.map(({ id }) => id)).toEqual(drawn.order)
  expect(await pitchDraw(event)).toMatchObject({ seed: '26 May, Baku', drawnAt: AT })
  expect(await codeOf(drawPitchOrder(organizer, { event }))).toBe('draw-uncommitted')
  await commit('26 May, Baku')
  expect(await drawPitchOrder(organizer, { event })).toEqual(drawn)
  const told = await database.select().from(auditEntries).where(eq(auditEntries.action, 'commit-draw'))
  expect(told.map(({ details }) => details)).toEqual([{ commitment }, { commitment }])
})
