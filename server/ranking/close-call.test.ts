import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { auditEntries, resultRanks, results } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { verifyPackage } from '@/domain/publishing/verify-package'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isRefusal } from '@/domain/refusal'
import { closeScoring } from '../judging/close-scoring'
import { recordConflict } from '../judging/record-conflict'
import { setAsideBallot } from '../judging/set-aside-ballot'
import { packageOf, sealedRecord } from '../publishing/sealed-package'
import { companionFor } from './companion'
import { computeRanking } from './compute-ranking'
import { sha256 } from './digest'
import { recordDecision } from './record-decision'
import { sealResult } from './seal-result'
import { castBallot, makeCloseFinal, makeJury } from './testing'

testDatabase()

async function closeFinal() {
  const jury = await makeCloseFinal()
  const event = jury.national.id
  await closeScoring(jury.organizer, { event })
  const [president, second] = jury.actors
  if (!president || !second) throw new Error('no jury')
  const look = async () => {
    const seen = await computeRanking(jury.organizer, { event })
    if (isRefusal(seen)) throw new Error(seen.code)
    return seen
  }
  const names = (ids: readonly string[]) => ids.map((id) => jury.entries.indexOf(id))
  const decide = (entries: readonly string[], actor = president) =>
    recordDecision(actor, { event, kind: 'order', entries, reason: 'Nearer to a first customer' })
  const address = [jury.edition.slug, jury.national.slug] as const
  return { ...jury, event, president, second, look, names, decide, address }
}

async function tooClose({ look }: Awaited<ReturnType<typeof closeFinal>>) {
  const [part] = (await companionFor(await look())).components
  if (!part?.model.available) throw new Error('no companion')
  return part
}

test('entries too close to call are put in order by the president, and the seal and its package say so', async () => {
  const final = await closeFinal()
  const { event, entries, look, names, decide, president, organizer } = final
  const part = await tooClose(final)
  expect(part.deliberate.length).toBeGreaterThan(0)
  expect(names(part.tooClose).toSorted()).toEqual([0, 1, 2])
  const before = await look()
  const official = before.ranking.ranking.map(({ entry }) => entry)
  const turned = [...official.slice(0, 3)].reverse()
  const others = official.slice(3)
  expect(await decide(turned)).toHaveProperty('decision')

  const after = await look()
  expect(after.ranking.ranking.map(({ entry, rank, decidedBy }) => [entry, rank, decidedBy])).toEqual([
    ...turned.map((entry, at) => [entry, at + 1, 'deliberation']),
    ...others.map((entry, at) => [entry, at + 4, 'fair-average']),
  ])
  // The question stays what it was: about the ranking that the ballots make.
  expect(await companionFor(after)).toEqual(await companionFor(before))
  const [told] = (await database.select().from(auditEntries)).filter(
    ({ action }) => action === 'record-decision',
  )
  expect(told?.details).toEqual({
    kind: 'order',
    entries: turned,
    close: {
      seed: expect.stringMatching(/^[0-9a-f]{64}$/),
      reasons: [...new Set(part.deliberate.map(({ code }) => code))],
      pFirst: expect.arrayContaining([expect.any(Number)]),
    },
  })

  await sealResult(president, { event })
  const placed = await database.select().from(resultRanks).orderBy(resultRanks.position)
  expect(placed.map(({ entryId, decidedBy }) => [entryId, decidedBy])).toEqual([
    ...turned.map((entry) => [entry, 'deliberation']),
    ...others.map((entry) => [entry, 'fair-average']),
  ])
  const sealed = await sealedRecord(organizer, ...final.address)
  if (isRefusal(sealed)) throw new Error(sealed.code)
  const whole = await packageOf(sealed)
  const brokenIn = (changed: typeof whole) =>
    verifyPackage(canonicalJson(changed), changed, sha256).flatMap(({ part, holds }) => (holds ? [] : [part]))
  expect(brokenIn(whole)).toEqual([])
  const claim = whole.snapshot.input.decisions[0]?.close
  if (!claim) throw new Error('no claim')
  const forged = structuredClone(whole)
  const [decision] = forged.snapshot.input.decisions
  if (decision) decision.close = { ...claim, pFirst: [0.9, 0.05, 0.05] }
  expect(brokenIn(forged)).toContain('close-calls')
  const fewer = structuredClone(whole)
  const [pair] = fewer.snapshot.input.decisions
  if (pair)
    Object.assign(pair, {
      entries: pair.entries.slice(0, 2),
      close: { ...claim, pFirst: claim.pFirst.slice(0, 2) },
    })
  expect(brokenIn(fewer)).toContain('close-calls')
  expect(names(entries)).toEqual([0, 1, 2, 3, 4])
})

test('refused for a part of them, for one who is far behind, twice the same, and by another juror', async () => {
  const final = await closeFinal()
  const { tooClose: close } = await tooClose(final)
  const [a = '', b = ''] = close
  const far = final.entries[4] ?? ''
  expect(await final.decide([b, a])).toMatchObject({ code: 'decision-not-tied' })
  expect(await final.decide([...close, far])).toMatchObject({ code: 'decision-not-tied' })
  expect(await final.decide([a, b, b])).toMatchObject({ code: 'decision-named-twice' })
  expect(await final.decide(close, final.second)).toMatchObject({ code: 'decision-of-president' })
  expect(await final.decide(close, final.stranger as typeof final.second)).toHaveProperty('code')
  expect((await final.look()).decisions).toEqual([])
})

test('refused where nobody has to deliberate', async () => {
  const jury = await makeJury(['Ulduz', 'SkyWell', 'AgroSAR'], 4)
  for (const [seat, { id }] of jury.seats.entries())
    for (const [at, entry] of jury.entries.entries()) {
      const level = [9, 5, 2][at] ?? 0
      const own = level + (seat + at) / 10 - (((seat + at) / 10) % 0.5)
      await castBallot(jury.rubric, id, entry, [1, own, own, own, own])
    }
  const event = jury.national.id
  await closeScoring(jury.organizer, { event })
  const [president] = jury.actors
  if (!president) throw new Error('no jury')
  const order = [jury.entries[1] ?? '', jury.entries[0] ?? '']
  const outcome = await recordDecision(president, {
    event,
    kind: 'order',
    entries: order,
    reason: 'We prefer it',
  })
  expect(outcome).toMatchObject({ code: 'decision-not-tied' })
})

test('a ballot that changes makes the decision moot: shown, not followed, and revoked by the next one', async () => {
  const final = await closeFinal()
  const { event, president, look, decide, ballots } = final
  const first = await look()
  const official = first.ranking.ranking.map(({ entry }) => entry)
  expect(await decide([...official.slice(0, 3)].reverse())).toHaveProperty('decision')
  const aside = await setAsideBallot(president, {
    ballot: ballots[0] ?? '',
    reason: 'A mix-up of two sheets',
  })
  expect(aside).not.toHaveProperty('code')
  const changed = await look()
  expect([changed.decisions, changed.moot.map(({ since }) => since)]).toEqual([[], ['ballots']])
  expect(changed.ranking.ranking.every(({ decidedBy }) => decidedBy !== 'deliberation')).toBe(true)
  await sealResult(president, { event })
  const [sealed] = await database.select().from(results)
  expect(sealed?.snapshot.input.decisions).toEqual([])
})

test('a conflict of whoever decided makes the decision moot, and the next juror decides anew in its place', async () => {
  const final = await closeFinal()
  const { event, president, second, look, decide, organizer, seats, entries } = final
  const official = (await look()).ranking.ranking.map(({ entry }) => entry)
  const turned = [...official.slice(0, 3)].reverse()
  // The ballots that are to count stay the same: the president gave none for this team.
  const [chair, entry] = [seats[0]?.id ?? '', entries[0] ?? '']
  const aside = await setAsideBallot(president, { ballot: final.ballots[0] ?? '', reason: 'Left the room' })
  expect(aside).not.toHaveProperty('code')
  expect(await decide(turned)).toHaveProperty('decision')
  expect((await look()).decisions).toHaveLength(1)
  expect(await recordConflict(organizer, { juror: chair, entry, reason: 'A cousin' })).toHaveProperty(
    'conflict',
  )

  const changed = await look()
  expect([changed.decisions, changed.moot.map(({ since, by }) => [since, by])]).toEqual([
    [],
    [['decider', chair]],
  ])
  expect(changed.input.decisions).toEqual([])
  expect(changed.ranking.ranking.every(({ decidedBy }) => decidedBy !== 'deliberation')).toBe(true)

  expect(await decide(turned)).toMatchObject({ code: 'decision-conflicted' })
  expect(await decide(turned, second)).toHaveProperty('decision')
  const anew = await look()
  expect([anew.decisions.map(({ by }) => by), anew.moot]).toEqual([[seats[1]?.id], []])
  expect(anew.ranking.ranking.slice(0, 3).map(({ entry }) => entry)).toEqual(turned)
  expect(await sealResult(president, { event })).toHaveProperty('digest')
})

test('a result without such a decision has no trace of it in its snapshot', async () => {
  const { president, event } = await closeFinal()
  await sealResult(president, { event })
  const [sealed] = await database.select().from(results)
  expect(Object.keys(sealed?.snapshot ?? {}).sort()).toEqual([
    'event',
    'input',
    'notRanked',
    'ranks',
    'rulesVersion',
  ])
  expect(canonicalJson(sealed?.snapshot)).not.toContain('close')
})
