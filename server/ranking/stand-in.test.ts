import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEntries, conflicts } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { closeScoring } from '../judging/close-scoring'
import { recordDecision } from './record-decision'
import { isStandIn, standIn } from './stand-in'
import { castAll, makeJury } from './testing'

testDatabase()

const ADDRESS = { edition: 'actinspace-2018', event: 'azerbaijan' }

/** Two ties: the president is in conflict with a team of the first, and the second is the president's own. */
async function makeTies() {
  const jury = await makeJury(['Ulduz', 'SkyWell', 'AgroSAR', 'Kür'])
  const [president, next, last] = jury.actors
  const [one = '', other = ''] = jury.entries
  const [chair] = jury.seats
  if (!president || !next || !last || !chair) throw new Error('no jury')
  await castAll(jury, [8, 8, 4, 4])
  const reason = 'A sister is in the team'
  await (await db())
    .insert(conflicts)
    .values({ jurorId: chair.id, entryId: one, kind: 'declared', reason, recordedAt: new Date() })
  return { ...jury, event: jury.national.id, president, next, last, one, other }
}

test('the next voting juror is shown that group alone, by name and without a figure, once scoring is closed', async () => {
  const { event, organizer, president, next, last, neighbour, one, other } = await makeTies()
  expect(await isStandIn(next, ADDRESS)).toBe(false)
  await closeScoring(organizer, { event })
  const shown = await standIn(next, ADDRESS)
  if (isRefusal(shown)) throw new Error(shown.code)
  const { found, ...rest } = shown
  expect(found.event.id).toBe(event)
  expect(rest).toEqual({
    questions: [{ entries: [one, other].sort(), gate: false }],
    decisions: [],
    teams: { [one]: 'Ulduz', [other]: 'SkyWell' },
    presided: true,
  })
  for (const actor of [organizer, president, last, neighbour])
    expect(await standIn(actor, ADDRESS)).toMatchObject({ code: 'not-found' })
  const looks = eq(auditEntries.action, 'look-at-questions')
  const told = await (await db()).select().from(auditEntries).where(looks)
  expect(told.map(({ actorId }) => actorId)).toEqual([next.personId])
})

test('what was decided stays in sight of who decided it', async () => {
  const { event, organizer, next, one, other } = await makeTies()
  await closeScoring(organizer, { event })
  const input = { event, kind: 'order' as const, entries: [other, one], reason: 'The clearer market' }
  expect(await recordDecision(next, input)).not.toHaveProperty('refused')
  expect(await standIn(next, ADDRESS)).toMatchObject({
    questions: [],
    decisions: [{ kind: 'order', entries: [other, one], reason: 'The clearer market' }],
  })
})
