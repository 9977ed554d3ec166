import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { entries as entryTable, events, outbox, passedOver, promotions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { SignedIn } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { closeScoring } from '../judging/close-scoring'
import { publishResult } from '../publishing/publish-result'
import { publishedResult } from '../publishing/queries'
import { sealResult } from '../ranking/seal-result'
import { castAll, makeJury } from '../ranking/testing'
import { actorOf } from '../session'
import { acceptPromotion } from './accept-promotion'
import { confirmOffer } from './confirm-offer'
import { declineOffer } from './decline-offer'
import { expireOffer } from './expire-offer'
import { nominateWinner } from './nominate-winner'
import { withdrawPromotion } from './withdraw-promotion'

testDatabase()

type Story = Awaited<ReturnType<typeof tell>>
let story: Story

async function tell() {
  const jury = await makeJury()
  await castAll(jury, [9, 6, 3])
  const event = jury.national.id
  await closeScoring(jury.organizer, { event })
  const [president] = jury.actors
  if (!president) throw new Error('no jury')
  const host = await makePerson('Host in Toulouse')
  await grant(host.id, 'event-organizer', jury.international.id)
  return { ...jury, event, president, host: await actorOf(host.id) }
}

const publish = async () => {
  await sealResult(story.president, { event: story.event })
  await publishResult(story.organizer, { event: story.event, openness: 'ranks' })
}
const captain = (index: number): SignedIn => story.captains[index] ?? story.organizer
const status = async () =>
  (await publishedResult('actinspace-2018', 'azerbaijan'))?.promotion.map(
    ({ place, team, status, override }) => [place, team?.name ?? null, status, override].filter(Boolean),
  )
const taken = <T>(outcome: T | Refusal): T => {
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome
}

beforeEach(async () => {
  story = await tell()
})

test('the winner is offered the place, confirms, is accepted, and keeps its identity up there', async () => {
  const { organizer, event, international, host, field, neighbour } = story
  expect(await nominateWinner(organizer, { event })).toMatchObject({ code: 'closed-published' })
  await publish()
  expect(await status()).toEqual([[1, 'open']])
  expect(await nominateWinner(neighbour, { event })).toMatchObject({ code: 'not-found' })
  const offer = taken(await nominateWinner(organizer, { event }))
  expect(offer).toMatchObject({ slot: 1, state: 'offered', entry: field[0]?.entry })
  expect(await nominateWinner(organizer, { event })).toMatchObject({ code: 'no-slot-free' })
  const mails = await (await db()).select().from(outbox)
  expect(
    mails.map(({ template, eventId, values }) => [template, eventId, values.team, values.event]),
  ).toEqual([
    // In the log of the event whose organizer may see the captain’s address.
    ['promotion-offered', event, 'Ulduz', 'International final'],
  ])
  const { promotion } = offer
  expect(await acceptPromotion(host, { promotion })).toMatchObject({ code: 'offer-answered' })
  expect(await confirmOffer(captain(1), { promotion })).toMatchObject({ code: 'not-allowed' })
  expect(await confirmOffer(neighbour, { promotion })).toMatchObject({ code: 'not-found' })
  expect(await confirmOffer(captain(0), { promotion })).toEqual({ state: 'confirmed', next: null })
  expect(await acceptPromotion(organizer, { promotion })).toMatchObject({ code: 'not-allowed' })
  expect(await acceptPromotion(host, { promotion })).toEqual({ state: 'accepted', next: null })
  expect(await acceptPromotion(host, { promotion })).toMatchObject({ code: 'offer-answered' })
  const there = await (await db()).select().from(entryTable).where(eq(entryTable.eventId, international.id))
  expect(there.map(({ teamId }) => teamId)).toEqual([field[0]?.team])
  expect(await status()).toEqual([[1, 'Ulduz', 'accepted']])
})

test('a no offers the place to the next reserve, and when nobody is left it stays open', async () => {
  const { organizer, event } = story
  await publish()
  const first = taken(await nominateWinner(organizer, { event }))
  const declined = taken(await declineOffer(captain(0), { promotion: first.promotion, reason: 'Exams' }))
  expect(declined.next).toMatchObject({ state: 'offered', entry: story.entries[1] })
  const reasons = await (await db()).select().from(passedOver)
  expect(reasons.map(({ entryId, reason }) => [entryId, reason])).toEqual([[story.entries[0], 'answered']])
  const second = declined.next?.promotion ?? ''
  expect(await expireOffer(captain(1), { promotion: second })).toMatchObject({ code: 'not-allowed' })
  const expired = taken(await expireOffer(organizer, { promotion: second }))
  expect(expired.next).toMatchObject({ state: 'offered', entry: story.entries[2] })
  const last = taken(await declineOffer(captain(2), { promotion: expired.next?.promotion ?? '' }))
  expect(last.next).toMatchObject({ state: 'open', entry: null })
  expect(await status()).toEqual([[1, 'open']])
})

test('an accepted team that withdraws leaves the parent event, and the next is offered its place', async () => {
  const { organizer, event, host, international } = story
  await publish()
  const { promotion } = taken(await nominateWinner(organizer, { event }))
  taken(await confirmOffer(captain(0), { promotion }))
  taken(await acceptPromotion(host, { promotion }))
  expect(await withdrawPromotion(captain(0), { promotion, reason: '\u200b' })).toMatchObject({
    code: 'reason-needed',
  })
  const gone = taken(await withdrawPromotion(captain(0), { promotion, reason: 'No visa' }))
  expect(gone.next).toMatchObject({ entry: story.entries[1] })
  const there = await (await db()).select().from(entryTable).where(eq(entryTable.eventId, international.id))
  expect(there.map(({ withdrawnReason }) => withdrawnReason)).toEqual(['No visa'])
})

test('another team than the rule names is sent only in writing, and the public reads it', async () => {
  const { organizer, event, entries } = story
  await publish()
  const override = { entry: entries[2] ?? '', reason: '\u3164' }
  expect(await nominateWinner(organizer, { event, override })).toMatchObject({ code: 'reason-needed' })
  taken(
    await nominateWinner(organizer, {
      event,
      override: { ...override, reason: 'Both others cannot travel' },
    }),
  )
  expect(await status()).toEqual([[1, 'AgroSAR', 'offered', 'Both others cannot travel']])
})

test('nominated and accepted at the same moment, a place still has one team', async () => {
  const { organizer, event, host } = story
  await (await db())
    .update(events)
    .set({ promotionSlots: 2, promotionCapPerRoot: 1 })
    .where(eq(events.id, event))
  await publish()
  const outcomes = await Promise.all([1, 2, 3].map(() => nominateWinner(organizer, { event })))
  expect(outcomes.map((outcome) => (isRefusal(outcome) ? outcome.code : outcome.slot)).sort()).toEqual([
    1,
    2,
    'no-slot-free',
  ])
  const held = await (await db()).select().from(promotions)
  expect(new Set(held.map(({ teamEntryId }) => teamEntryId)).size).toBe(2)
  const [one] = held
  taken(await confirmOffer(organizer, { promotion: one?.id ?? '' }))
  const both = await Promise.all([1, 2].map(() => acceptPromotion(host, { promotion: one?.id ?? '' })))
  expect(both.filter((outcome) => !isRefusal(outcome))).toHaveLength(1)
})
