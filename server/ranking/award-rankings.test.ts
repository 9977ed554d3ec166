import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { makePerson } from '@/db/factories'
import { criteria } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { seatCounts } from '@/domain/judging/seat-counts'
import { snapshotOf } from '@/domain/publishing/snapshot'
import { verifyPackage } from '@/domain/publishing/verify-package'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isRefusal } from '@/domain/refusal'
import { eventCounts } from '../events/queries'
import { assignPanel } from '../judging/assign-panel'
import { closeScoring } from '../judging/close-scoring'
import { createAward } from '../judging/create-award'
import { makePresident } from '../judging/make-president'
import { seatsOf } from '../judging/queries'
import { recordAbsences } from '../judging/record-absences'
import { reviewSheet } from '../judging/review-sheet'
import { saveMarks } from '../judging/save-marks'
import { seatJuror } from '../judging/seat-juror'
import { setBallotStatus } from '../judging/set-ballot-status'
import { setRubric } from '../judging/set-rubric'
import { signSheet } from '../judging/sign-sheet'
import { ADDRESS, codeOf, done, mark } from '../judging/testing'
import { publishResult } from '../publishing/publish-result'
import { publishedResult } from '../publishing/queries'
import { sealedPackage } from '../publishing/sealed-package'
import { actorOf } from '../session'
import { awardRankings } from './award-rankings'
import { digestOf, sha256, verifyResult } from './digest'
import { rankingOf } from './ranking-of'
import { sealResult } from './seal-result'
import { makeJury } from './testing'

testDatabase()

const RUBRIC = [
  { kind: 'weighted' as const, name: 'Use of space data', weight: 60 },
  { kind: 'weighted' as const, name: 'Peyk məlumatı', weight: 40 },
]

/** The final of `makeJury` with a special prize whose own two jurors are seated, the panel assigned. */
async function withPrize() {
  const jury = await makeJury(['Ulduz', 'SkyWell', 'AgroSAR'], 3)
  const event = jury.national.id
  const { award } = await done(
    createAward(jury.organizer, { event, name: 'Copernicus prize', criteria: RUBRIC }),
  )
  const seats = []
  for (const office of ['Head of EO', 'Chief scientist']) {
    const person = await makePerson(office)
    const { juror } = await done(seatJuror(jury.organizer, { event, office, person: person.id, award }))
    seats.push({ id: juror, office, actor: await actorOf(person.id) })
  }
  await done(assignPanel(jury.organizer, { event }))
  const rubric = await database
    .select()
    .from(criteria)
    .where(eq(criteria.awardId, award))
    .orderBy(asc(criteria.position))
  const [first, second] = seats
  if (!first || !second) throw new Error('no jury')
  return { ...jury, event, award, prizeSeats: [first, second] as const, prizeRubric: rubric }
}

type WithPrize = Awaited<ReturnType<typeof withPrize>>

/** A prize juror scores every entry through the sheet and submits. */
async function score(
  { entries, prizeRubric }: WithPrize,
  seat: WithPrize['prizeSeats'][number],
  levels: readonly number[],
) {
  const marks = entries.flatMap((entry, index) => prizeRubric.map(({ id }) => mark(entry, id, levels[index])))
  const saved = await done(saveMarks(seat.actor, { ...ADDRESS, marks }))
  expect(saved).toEqual({ saved: marks.map(({ id }) => id), rejected: [], conflicts: [] })
  for (const entry of entries)
    await done(setBallotStatus(seat.actor, { ...ADDRESS, entry, status: 'submitted' }))
}

test('the prize goes by its own criteria and jury; the official result does not see them', async () => {
  const jury = await withPrize()
  const { event, award, prizeSeats, entries, rubric, national } = jury
  const [president] = jury.actors
  if (!president) throw new Error('no president')
  await castAllOf(jury, [9, 6, 3])
  const before = digestOf(
    snapshotOf(event, (await rankingOf(national)).input, (await rankingOf(national)).ranking),
  )

  expect(await codeOf(closeScoring(jury.organizer, { event }))).toBe('scoring-incomplete')
  for (const seat of prizeSeats) await score(jury, seat, [2, 4, 8])
  // Nobody scores for a jury that is not theirs.
  const [head] = prizeSeats
  const foreign = mark(entries[0] ?? '', rubric[1]?.id ?? '', 9)
  expect(await saveMarks(head.actor, { ...ADDRESS, marks: [foreign] })).toMatchObject({
    saved: [],
    rejected: [{ refusal: { code: 'criterion-unknown' } }],
  })

  const { fingerprint } = await done(reviewSheet(head.actor, ADDRESS))
  await done(signSheet(head.actor, { ...ADDRESS, office: head.office, fingerprint }))
  await done(closeScoring(jury.organizer, { event }))
  const ranked = await rankingOf(national)
  expect(digestOf(snapshotOf(event, ranked.input, ranked.ranking))).toBe(before)
  expect(ranked.ranking.ranking.map(({ entry, score }) => [entry, score])).toEqual([
    [entries[0], 90],
    [entries[1], 60],
    [entries[2], 30],
  ])
  const [prize] = await awardRankings(event)
  expect(prize?.ranking.ranking.map(({ entry, rank, score }) => [entry, rank, score])).toEqual([
    [entries[2], 1, 80],
    [entries[1], 2, 40],
    [entries[0], 3, 20],
  ])

  const sealed = await done(sealResult(president, { event }))
  expect(sealed.digest).not.toBe(before)
  expect(await publishedResult('actinspace-2018', 'azerbaijan')).toBeNull()
  const built = await done(sealedPackage(president, 'actinspace-2018', 'azerbaijan'))
  expect(built.names.awards).toEqual({ [award]: 'Copernicus prize' })
  expect(built.signatures.map(({ juror }) => juror)).toEqual([head.id])
  const verdict = (text: string) =>
    verifyPackage(text, JSON.parse(text), sha256)
      .filter(({ holds }) => !holds)
      .map(({ part }) => part)
  expect(verdict(canonicalJson(built))).toEqual([])
  const { snapshot } = built
  expect(verifyResult({ snapshot, digest: sealed.digest })).toEqual({ digest: true, ranks: true })
  const stolen = structuredClone(built)
  const [own] = stolen.snapshot.awards ?? []
  if (own) own.winners = [entries[0] ?? '']
  expect(verdict(canonicalJson(stolen))).toEqual(['contents', 'ranks', 'awards', 'digest'])

  await done(publishResult(jury.organizer, { event, openness: 'scores' }))
  const shown = await publishedResult('actinspace-2018', 'azerbaijan')
  expect(shown?.awards).toEqual([
    { kind: 'special', name: 'Copernicus prize', partner: null, team: { slug: 'agrosar', name: 'AgroSAR' } },
  ])
  expect(shown?.ranking[0]?.entry).toBe(entries[0])
})

test('who stay tied share the prize, and without enough ballots nobody wins it', async () => {
  const jury = await withPrize()
  const { event, prizeSeats, entries } = jury
  const [president] = jury.actors
  if (!president) throw new Error('no president')
  await castAllOf(jury, [9, 6, 3])
  await score(jury, prizeSeats[0], [5, 5, 1])
  await done(recordAbsences(jury.organizer, { event, juror: prizeSeats[1].id, reason: 'Left early' }))
  await done(closeScoring(jury.organizer, { event }))
  const [thin] = await awardRankings(event)
  expect(thin?.ranking.sealable).toBe(false)
  await done(sealResult(president, { event }))
  const built = await done(sealedPackage(president, 'actinspace-2018', 'azerbaijan'))
  expect(built.snapshot.awards?.map(({ winners }) => winners)).toEqual([[]])

  const [prize] = await awardRankings(event)
  if (!prize) throw new Error('no prize')
  const shared = snapshotOf(event, prize.input, prize.ranking, [
    { ...prize, ranking: { ...prize.ranking, sealable: true } },
  ])
  expect(shared.awards?.[0]?.winners).toEqual([entries[0], entries[1]].sort())
})

test('nobody presides over a prize, nor changes its criteria once it is scored, nor creates one elsewhere', async () => {
  const jury = await withPrize()
  const { event, award, organizer, prizeSeats } = jury
  expect(await codeOf(makePresident(organizer, { juror: prizeSeats[0].id }))).toBe('award-president')
  const office = 'Somebody'
  expect(await codeOf(seatJuror(organizer, { event, office, award, president: true }))).toBe(
    'award-president',
  )
  expect(await codeOf(seatJuror(organizer, { event, office, award: event }))).toBe('award-unknown')
  await score(jury, prizeSeats[0], [5, 5, 1])
  expect(await codeOf(setRubric(organizer, { event, award, criteria: RUBRIC }))).toBe(
    'condition-change-rubric',
  )
  const wanted = { event, name: 'Another prize', criteria: RUBRIC }
  for (const actor of [jury.neighbour, prizeSeats[0].actor])
    expect(isRefusal(await createAward(actor, wanted))).toBe(true)
  expect(await codeOf(createAward(organizer, { ...wanted, criteria: [] }))).toBe('rubric-unweighted')
  expect(await codeOf(createAward(organizer, { ...wanted, name: ' ' }))).toBe('award-nameless')
  expect((await awardRankings(event)).map(({ named }) => named.name)).toEqual(['Copernicus prize'])
})

/** `castAll` on ballots that the panel has opened. */
async function castAllOf(jury: WithPrize, levels: readonly number[]) {
  for (const [seat, actor] of jury.actors.entries()) {
    const marks = jury.entries.flatMap((entry, index) =>
      jury.rubric.map(({ id, kind }) =>
        mark(entry, id, kind === 'gate' ? 1 : levels[index], { device: `seat-${seat}` }),
      ),
    )
    await done(saveMarks(actor, { ...ADDRESS, marks }))
    for (const entry of jury.entries)
      await done(setBallotStatus(actor, { ...ADDRESS, entry, status: 'submitted' }))
  }
}

test('the seats of a prize are told apart from those of the event’s own jury, on its public page too', async () => {
  const { event } = await withPrize()
  expect(seatCounts(await seatsOf(event))).toEqual({ own: 3, voting: 3, prizes: 2 })
  expect((await eventCounts(event, '2018-05-25')).jurors).toBe(3)
})
