import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { makeOrganization } from '@/db/factories'
import { auditEntries, conflicts, partnerships, resultRanks, results } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { rank } from '@/domain/ranking/rank'
import { isRefusal } from '@/domain/refusal'
import { findEventById } from '../events/find-event'
import { closeScoring } from '../judging/close-scoring'
import { setAsideBallot } from '../judging/set-aside-ballot'
import { publishResult } from '../publishing/publish-result'
import { publishedPage } from '../publishing/queries'
import { computeRanking } from './compute-ranking'
import { correctResult } from './correct-result'
import { digestOf, verifyResult } from './digest'
import { recordDecision } from './record-decision'
import { sealResult } from './seal-result'
import { castAll, castBallot, makeJury } from './testing'

testDatabase()

async function closedJury(levels: readonly number[], names = ['Ulduz', 'SkyWell', 'AgroSAR']) {
  const jury = await makeJury(names)
  await castAll(jury, levels)
  await closeScoring(jury.organizer, { event: jury.national.id })
  const [president, second, third] = jury.actors
  if (!president || !second || !third) throw new Error('no jury')
  return { ...jury, event: jury.national.id, president, second, third }
}

test('the jury desk sees the ranking, each look is written down, everybody else is refused', async () => {
  const jury = await closedJury([6, 9, 3])
  const { event, organizer, president, second, captains, neighbour, stranger } = jury
  for (const actor of [organizer, president]) {
    const look = await computeRanking(actor, { event })
    if (isRefusal(look)) throw new Error(look.code)
    expect(
      look.ranking.ranking.map(({ entry, rank, score }) => [jury.entries.indexOf(entry), rank, score]),
    ).toEqual([
      [1, 1, 90],
      [0, 2, 60],
      [2, 3, 30],
    ])
  }
  const looks = await (await db())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'look-at-ranking'))
    .orderBy(auditEntries.ordinal)
  expect(looks.map(({ actorId }) => actorId)).toEqual([organizer.personId, president.personId])
  const refused = [second, captains[0] ?? stranger, neighbour, stranger]
  const codes = await Promise.all(refused.map((actor) => computeRanking(actor, { event })))
  expect(codes.map((outcome) => isRefusal(outcome) && outcome.code)).toEqual([
    'not-allowed',
    'not-allowed',
    'not-found',
    'not-found',
  ])
})

test('a president with own ballots to submit does not see the ranking yet', async () => {
  const jury = await makeJury(['Ulduz'])
  const [president] = jury.actors
  if (!president) throw new Error('no jury')
  const event = jury.national.id
  expect(await computeRanking(president, { event })).toMatchObject({ code: 'condition-see-ranking' })
  await castBallot(jury.rubric, jury.seats[0]?.id ?? '', jury.entries[0] ?? '', [1, 5, 5, 5, 5])
  expect(await computeRanking(president, { event })).toHaveProperty('ranking')
})

test('sealing stores snapshot, digest and places; of two who seal at once one does', async () => {
  const jury = await closedJury([6, 9, 3])
  const { event, organizer, president } = jury
  expect(await sealResult(organizer, { event })).toMatchObject({ code: 'condition-seal-result' })
  expect(await sealResult(president, { event, digest: '0'.repeat(64) })).toMatchObject({
    code: 'lost-ranking',
  })
  const both = await Promise.all([sealResult(president, { event }), sealResult(president, { event })])
  expect(both.map((outcome) => (isRefusal(outcome) ? outcome.code : outcome.version)).sort()).toEqual([
    1,
    'closed-deliberation',
  ])
  const [sealed, ...more] = await (await db()).select().from(results)
  expect(more).toEqual([])
  if (!sealed) throw new Error('nothing sealed')
  expect(verifyResult(sealed)).toEqual({ digest: true, ranks: true })
  const places = await (await db()).select().from(resultRanks).orderBy(resultRanks.position)
  expect(places.map(({ entryId, rank, score, decidedBy }) => [entryId, rank, score, decidedBy])).toEqual([
    [jury.entries[1], 1, 90, 'fair-average'],
    [jury.entries[0], 2, 60, 'fair-average'],
    [jury.entries[2], 3, 30, 'fair-average'],
  ])
  expect((await findEventById(event))?.facts.phase).toBe('sealed')
  expect(await recordDecision(president, { event, kind: 'order', entries: [], reason: 'x' })).toMatchObject({
    code: 'closed-judging-or-deliberation',
  })
})

test('the digest is of what was counted: another mark gives another, another order of rows the same', async () => {
  const jury = await closedJury([6, 9, 3])
  await sealResult(jury.president, { event: jury.event })
  const [sealed] = await (await db()).select().from(results)
  if (!sealed) throw new Error('nothing sealed')
  const { input } = sealed.snapshot
  const [first, ...rest] = input.ballots
  const [weighted] = input.criteria.filter(({ kind }) => kind === 'weighted')
  if (!first || !weighted) throw new Error('no ballots')
  const forged = { ...input, ballots: [{ ...first, marks: { ...first.marks, [weighted.id]: 10 } }, ...rest] }
  expect(digestOf({ ...sealed.snapshot, input: forged })).not.toBe(sealed.digest)
  const swapped = sealed.snapshot.ranks.map((place) => ({ ...place, rank: 4 - place.rank }))
  expect(verifyResult({ ...sealed, snapshot: { ...sealed.snapshot, ranks: swapped } })).toEqual({
    digest: false,
    ranks: false,
  })
  const shuffled = { ...input, ballots: [...input.ballots].reverse(), entries: [...input.entries].reverse() }
  expect(rank(shuffled).ranking).toEqual(rank(input).ranking)
})

test('a tie at the place that promotes blocks until the president decides, with a reason', async () => {
  const jury = await closedJury([9, 9, 3])
  const { event, president, second, entries } = jury
  const [a = '', b = '', c = ''] = entries
  expect(await sealResult(president, { event })).toMatchObject({
    code: 'gates-not-clear',
    values: { gate: 'TIED_PLACE' },
  })
  const decide = (actor: typeof president, order: string[], reason = 'The stronger answer to the jury') =>
    recordDecision(actor, { event, kind: 'order', entries: order, reason })
  expect(await decide(second, [b, a])).toMatchObject({ code: 'decision-of-president' })
  expect(await decide(president, [b, c])).toMatchObject({ code: 'decision-not-tied' })
  expect(await decide(president, [b, b])).toMatchObject({ code: 'decision-named-twice' })
  expect(await decide(president, [b, a], ' \u200b ')).toMatchObject({ code: 'reason-needed' })
  expect(await decide(president, [a, b])).toHaveProperty('decision')
  expect(await decide(president, [b, a])).toHaveProperty('decision')
  await sealResult(president, { event })
  const places = await (await db()).select().from(resultRanks).orderBy(resultRanks.position)
  expect(places.map(({ entryId, rank, decidedBy }) => [entryId, rank, decidedBy])).toEqual([
    [b, 1, 'decision'],
    [a, 2, 'decision'],
    [c, 3, 'fair-average'],
  ])
})

test('where the president is in conflict with a tied team, the next voting juror decides', async () => {
  const jury = await closedJury([9, 9, 3], ['Ulduz', 'SkyWell', 'AgroSAR'])
  const { event, president, second, third, entries, seats } = jury
  const [a = '', b = ''] = entries
  await (await db()).insert(conflicts).values({
    jurorId: seats[0]?.id ?? '',
    entryId: a,
    kind: 'declared',
    reason: 'Coached them',
    recordedAt: new Date('2018-05-26T12:00:00Z'),
  })
  const input = { event, kind: 'order', entries: [a, b], reason: 'By vote of the jury' } as const
  expect(await recordDecision(president, input)).toMatchObject({ code: 'decision-conflicted' })
  expect(await recordDecision(third, input)).toMatchObject({ code: 'decision-of-president' })
  expect(await recordDecision(second, input)).toHaveProperty('decision')
})

test('an entry the jury fails at the gate waits for the president, who confirms or lifts it', async () => {
  const jury = await makeJury()
  const { rubric, seats, entries, organizer } = jury
  const event = jury.national.id
  for (const { id } of seats) {
    for (const [index, entry] of entries.entries()) {
      await castBallot(rubric, id, entry, [index === 0 ? 0 : 1, 8 - index, 8, 8, 8])
    }
  }
  await closeScoring(organizer, { event })
  const [president] = jury.actors
  if (!president) throw new Error('no jury')
  expect(await sealResult(president, { event })).toMatchObject({ values: { gate: 'GATE_UNCONFIRMED' } })
  const [failed = '', fine = ''] = entries
  const confirm = { event, kind: 'gate-fail', reason: 'No space data in it' } as const
  expect(await recordDecision(president, { ...confirm, entries: [fine] })).toMatchObject({
    code: 'decision-no-gate-question',
  })
  expect(await recordDecision(president, { ...confirm, entries: [failed] })).toHaveProperty('decision')
  await sealResult(president, { event })
  const places = await (await db()).select().from(resultRanks).orderBy(resultRanks.position)
  expect(places.map(({ entryId, rank, reason }) => [entryId, rank, reason])).toEqual([
    [fine, 1, null],
    [entries[2], 2, null],
    [failed, null, 'gate'],
  ])
})

test('a correction is a new version: the president signs it with a note, the organizer publishes it', async () => {
  const jury = await makeJury(['Ulduz', 'SkyWell'])
  const { rubric, seats, entries, organizer } = jury
  const [president] = jury.actors
  if (!president) throw new Error('no jury')
  const event = jury.national.id
  const cast: string[] = []
  for (const [place, { id }] of seats.entries()) {
    cast.push(await castBallot(rubric, id, entries[0] ?? '', [1, 10 - place, 8, 8, 8]))
    cast.push(await castBallot(rubric, id, entries[1] ?? '', [1, 3 + place, 8, 8, 8]))
  }
  await closeScoring(organizer, { event })
  const first = await sealResult(president, { event })
  if (isRefusal(first)) throw new Error(first.code)
  expect(await correctResult(president, { event, note: 'x' })).toMatchObject({ code: 'closed-published' })
  expect(await publishResult(president, { event, openness: 'ranks' })).toMatchObject({ code: 'not-allowed' })
  expect(await publishResult(organizer, { event, openness: 'ranks' })).toMatchObject({
    version: 1,
    oneHand: false,
  })
  expect(await publishResult(organizer, { event, openness: 'ranks' })).toMatchObject({
    code: 'closed-sealed',
  })
  const setAside = { ballot: cast[0] ?? '', reason: 'The juror had coached the team' }
  const note = 'A ballot was set aside'
  expect(await correctResult(organizer, { event, note, setAside })).toMatchObject({ code: 'president-signs' })
  expect(await correctResult(president, { event, note: ' \u200b', setAside })).toMatchObject({
    code: 'note-needed',
  })
  expect(await correctResult(president, { event, note })).toMatchObject({
    code: 'correction-changes-nothing',
  })
  expect(await correctResult(president, { event, note, setAside })).toMatchObject({ code: 'gates-not-clear' })
  const untouched = await (await db()).select().from(results)
  expect(untouched.map(({ version }) => version)).toEqual([1])
  expect(await setAsideBallot(president, setAside)).toMatchObject({ code: 'closed-judging-or-deliberation' })
})

test('the version before stands until the organizer publishes the correction, with its note', async () => {
  const jury = await makeJury(['Ulduz', 'SkyWell'], 4)
  const { rubric, seats, entries, organizer } = jury
  const [president] = jury.actors
  if (!president) throw new Error('no jury')
  const event = jury.national.id
  const marks = [
    [10, 5],
    [5, 6],
    [5, 6],
    [5, 6],
  ]
  const ufaz = await makeOrganization('ufaz', 'UFAZ')
  await (await db())
    .insert(partnerships)
    .values({ eventId: event, organizationId: ufaz.id, role: 'organizer', position: 1 })
  const cast: string[] = []
  for (const [place, { id }] of seats.entries()) {
    for (const [index, entry] of entries.entries()) {
      const level = marks[place]?.[index] ?? 5
      cast.push(await castBallot(rubric, id, entry, [1, level, level, level, level]))
    }
  }
  await closeScoring(organizer, { event })
  await sealResult(president, { event })
  await publishResult(organizer, { event, openness: 'scores' })
  const read = () => publishedPage('actinspace-2018', 'azerbaijan')
  expect((await read())?.result.ranking.map(({ team }) => team.name)).toEqual(['Ulduz', 'SkyWell'])
  const setAside = { ballot: cast[0] ?? '', reason: 'The juror had coached the team' }
  const note = 'The ballot of one juror does not count'
  expect(await correctResult(president, { event, note, setAside })).toMatchObject({ version: 2 })
  expect(await correctResult(president, { event, note, setAside })).toMatchObject({
    code: 'correction-unpublished',
  })
  expect((await read())?.result).toMatchObject({ version: 1, ranking: [{ team: { name: 'Ulduz' } }, {}] })
  expect(await publishResult(organizer, { event, openness: 'scores' })).toMatchObject({ version: 2 })
  const corrected = await read()
  expect(corrected).toMatchObject({
    note,
    hands: { sealed: { office: 'Office 1', president: true }, published: ['UFAZ'], one: false },
    versions: [
      { version: 2, note },
      { version: 1, note: null },
    ],
  })
  expect(corrected?.result.ranking.map(({ team }) => team.name)).toEqual(['SkyWell', 'Ulduz'])
  expect(corrected?.dots[entries[0] ?? '']).toEqual([50, 50, 50])
})
