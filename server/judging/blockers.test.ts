import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEntries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { rankingOf } from '../ranking/ranking-of'
import { castBallot, makeJury } from '../ranking/testing'
import { weighSetAside } from '../ranking/weigh-set-aside'
import { blockers } from './blockers'
import { setAsideBallot } from './set-aside-ballot'

testDatabase()

/** Four jurors; the fourth owes a ballot on the second team, the president none. */
async function waitingJury() {
  const jury = await makeJury(['Ulduz', 'SkyWell', 'AgroSAR'], 4)
  const [ulduz = '', skyWell = '', agro = ''] = jury.entries
  const ballots: string[] = []
  for (const [index, { id }] of jury.seats.entries()) {
    await castBallot(jury.rubric, id, ulduz, [1, 7, 7, 7, 7])
    const open = index === 3
    ballots.push(
      await castBallot(
        jury.rubric,
        id,
        skyWell,
        open ? [1, 7] : [1, 6.5, 6.5, 6.5, 6.5],
        open ? 'draft' : 'submitted',
      ),
    )
    await castBallot(jury.rubric, id, agro, [1, 2, 2, 2, 2])
  }
  return { ...jury, event: jury.national.id, ballots, skyWell }
}

test('the desk reads what keeps scoring open, with the effect of each choice for who may see the ranking', async () => {
  const { event, organizer, actors, seats, skyWell, captains, neighbour, stranger } = await waitingJury()
  const blocker = { juror: seats[3]?.id, office: 'Office 4', entry: skyWell, team: 'SkyWell', given: 1 }
  const effects = { wait: { key: 'swap', one: 1, other: 2 }, absent: { key: 'none' }, tooFew: false }
  for (const actor of [organizer, actors[0] ?? organizer])
    expect(await blockers(actor, { event })).toEqual({ weighed: true, blockers: [{ ...blocker, effects }] })
  const looks = await (await db())
    .select({ by: auditEntries.actorId })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'look-at-ranking'))
    .orderBy(auditEntries.ordinal)
  expect(looks).toEqual([{ by: organizer.personId }, { by: actors[0]?.personId }])
  const codes = []
  for (const actor of [actors[1] ?? stranger, captains[0] ?? stranger, neighbour, stranger]) {
    const outcome = await blockers(actor, { event })
    codes.push(isRefusal(outcome) && outcome.code)
  }
  expect(codes).toEqual(['not-allowed', 'not-allowed', 'not-found', 'not-found'])
})

test('a president with own ballots to submit reads the names without the effect, and nothing is written down', async () => {
  const jury = await makeJury(['Ulduz'], 3)
  const event = jury.national.id
  const outcome = await blockers(jury.actors[0] ?? jury.organizer, { event })
  if (isRefusal(outcome)) throw new Error(outcome.code)
  expect(outcome.weighed).toBe(false)
  expect(outcome.blockers.map(({ office, team, given, effects }) => [office, team, given, effects])).toEqual(
    [1, 2, 3].map((seat) => [`Office ${seat}`, 'Ulduz', 0, null]),
  )
  expect(await (await db()).$count(auditEntries, eq(auditEntries.action, 'look-at-ranking'))).toBe(0)
})

test('a ballot is weighed with and without, before it is set aside and after', async () => {
  const { event, national, actors, ballots, skyWell, seats } = await waitingJury()
  const [president] = actors
  if (!president) throw new Error('no jury')
  const before = weighSetAside(await rankingOf(national), ballots[0] ?? '')
  expect(before).toMatchObject({
    juror: seats[0]?.id,
    entry: skyWell,
    reason: null,
    effect: { key: 'none' },
    moves: [{ entry: skyWell, with: { rank: 2 }, without: { rank: 2 } }],
  })
  await setAsideBallot(president, { ballot: ballots[0] ?? '', reason: 'Coached the team' })
  const after = weighSetAside(await rankingOf(national), ballots[0] ?? '')
  expect(after).toEqual({ ...before, reason: 'Coached the team' })
  expect(weighSetAside(await rankingOf(national), ballots[3] ?? '')).toBeNull()
  expect(event).toBe(national.id)
})
