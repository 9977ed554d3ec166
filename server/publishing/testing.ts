import 'server-only'
import { db } from '@/db/client'
import { conflicts } from '@/db/schema'
import { isRefusal } from '@/domain/refusal'
import { closeScoring } from '../judging/close-scoring'
import { setAsideBallot } from '../judging/set-aside-ballot'
import { recordDecision } from '../ranking/record-decision'
import { sealResult } from '../ranking/seal-result'
import { castAll, castBallot, makeJury } from '../ranking/testing'

/**
 * A final sealed with something of everything: a tie that the president decided, a team that failed at the gate, a
 * ballot set aside, an absence and a conflict.
 */
export async function sealedFinal() {
  const names = ['Ulduz', 'SkyWell', 'AgroSAR', 'Şəms', 'Xəzər', 'Qobu']
  const jury = await makeJury(names, 5)
  const event = jury.national.id
  const [president] = jury.actors
  const [first, second, third, failed, absent] = jury.entries
  if (!president || !first || !second || !third || !failed || !absent) throw new Error('no jury')
  await castAll({ ...jury, entries: [first, second] }, [7, 7])
  await (await db()).insert(conflicts).values({
    jurorId: jury.seats[1]?.id ?? '',
    entryId: jury.entries[5] ?? '',
    kind: 'declared',
    reason: 'A sister is in the team',
    recordedAt: new Date('2018-05-26T08:00:00Z'),
  })
  const ballots: string[] = []
  for (const [index, { id }] of jury.seats.entries()) {
    ballots.push(await castBallot(jury.rubric, id, third, [1, 6, 5 + index, 6, 6]))
    await castBallot(jury.rubric, id, failed, [index < 3 ? 0 : 1, 8, 8, 8, 8])
    const status = index === 4 ? 'absent' : 'submitted'
    await castBallot(jury.rubric, id, absent, index === 4 ? [] : [1, 4, 4, 4.5, 4], status)
    await castBallot(jury.rubric, id, jury.entries[5] ?? '', [1, 3, 3, 3, 3])
  }
  const steps = [
    await closeScoring(jury.organizer, { event }),
    await setAsideBallot(president, { ballot: ballots[4] ?? '', reason: 'He coached the team in 2017' }),
    await recordDecision(president, {
      event,
      kind: 'order',
      entries: [second, first],
      reason: 'Nearer to a product',
    }),
    await recordDecision(president, {
      event,
      kind: 'gate-fail',
      entries: [failed],
      reason: 'No space data in it',
    }),
    await sealResult(president, { event }),
  ]
  const no = steps.find(isRefusal)
  if (no) throw new Error(no.code)
  return { ...jury, event, president }
}
