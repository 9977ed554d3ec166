import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database, db } from '@/db/client'
import { auditEntries, conflicts } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { closeScoring } from '../judging/close-scoring'
import { setAsideBallot } from '../judging/set-aside-ballot'
import { recordDecision } from './record-decision'
import { isStandIn, standIn } from './stand-in'
import { castAll, makeCloseFinal, makeJury } from './testing'

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
    questions: [{ about: 'tie', entries: [one, other].sort() }],
    decisions: [],
    moot: [],
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

/** Three teams too close to call, and the president in conflict with the `tied`-th team. */
async function makeCloseCall(tied: number) {
  const final = await makeCloseFinal()
  const [president, next, last] = final.actors
  const [chair] = final.seats
  if (!president || !next || !last || !chair) throw new Error('no jury')
  const event = final.national.id
  const reason = 'A sister is in the team'
  await database.insert(conflicts).values({
    jurorId: chair.id,
    entryId: final.entries[tied] ?? '',
    kind: 'declared',
    reason,
    recordedAt: new Date(),
  })
  await closeScoring(final.organizer, { event })
  const close = final.entries.slice(0, 3)
  const decide = (entries: readonly string[]) =>
    recordDecision(next, { event, kind: 'order', entries, reason: 'The clearer market' })
  return { ...final, event, president, next, last, close, decide }
}

test('teams too close to call, one of them the president’s own, fall to the next juror in the order of the pitches', async () => {
  const { president, next, last, organizer, close, decide } = await makeCloseCall(2)
  expect(await isStandIn(next, ADDRESS)).toBe(true)
  const [a = '', b = '', c = ''] = close
  expect(await standIn(next, ADDRESS)).toMatchObject({
    questions: [{ about: 'close-call', entries: close }],
    decisions: [],
    moot: [],
    teams: { [a]: 'Ulduz', [b]: 'SkyWell', [c]: 'AgroSAR' },
    presided: true,
  })
  for (const actor of [organizer, president, last]) expect(await isStandIn(actor, ADDRESS)).toBe(false)
  expect(await decide([c, a, b])).toHaveProperty('decision')
  expect(await standIn(next, ADDRESS)).toMatchObject({
    questions: [],
    decisions: [{ kind: 'order', entries: [c, a, b], reason: 'The clearer market' }],
  })
})

test('it is asked anew, with the answer that holds no longer, when a ballot changes', async () => {
  const { next, last, close, decide, ballots, seats, entries, president } = await makeCloseCall(2)
  const order = close.toReversed()
  expect(await decide(order)).toHaveProperty('decision')
  const far = ballots[(seats.length - 1) * entries.length + 4] ?? ''
  expect(
    await setAsideBallot(president, { ballot: far, reason: 'A mix-up of two sheets' }),
  ).not.toHaveProperty('code')
  expect(await standIn(next, ADDRESS)).toMatchObject({
    questions: [{ about: 'close-call', entries: close }],
    decisions: [],
    moot: [{ entries: order, since: 'ballots' }],
  })
  expect(await isStandIn(last, ADDRESS)).toBe(false)
})

test('teams too close to call that the president may decide about fall to nobody else', async () => {
  const { next } = await makeCloseCall(4)
  expect(await isStandIn(next, ADDRESS)).toBe(false)
})
