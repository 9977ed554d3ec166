import { and, eq, ne } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { auditEntries, entries, outbox, persons, registrations } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { verifyChain } from '../audit/verify-chain'
import { enqueueMail } from '../mail'
import { addressesOf } from '../people/queries'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { actorOf } from '../session'
import { createTeam } from '../teams/create-team'
import { applyRetention } from './apply-retention'
import { startDailyRetention, stopDailyRetention } from './daily-retention'
import { planRetention } from './plan-retention'
import { setRetention } from './set-retention'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => {
  stopDailyRetention()
  vi.useRealTimers()
})

const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome)
const OVER = new Date('2019-05-26T15:00:00Z')

/** A final with two students who are nothing else here, one who helps as well and one who is registered elsewhere. */
async function aField() {
  const made = await makeOpenEvent()
  const { event } = made
  const gone = [await makeStudent(event, 'Aysel'), await makeStudent(event, 'Tural')]
  const helper = await makeStudent(event, 'Leyla')
  await grant(helper.personId, 'event-helper', made.elsewhere.id)
  const again = await makeStudent(event, 'Orxan')
  await (await db())
    .insert(registrations)
    .values({ personId: again.personId, eventId: made.elsewhere.id, registeredAt: DURING_REGISTRATION })
  await (await db()).update(registrations).set({ programme: 'Geology' })
  await makePerson('Neither')
  return { ...made, gone, helper, again }
}

const ids = (people: readonly { personId: string }[]) => people.map(({ personId }) => personId).sort()

test('what would be erased is said first, and done when the time is over, once', async () => {
  const { event, organizer, gone, helper, again } = await aField()
  await done(setRetention(organizer, { event, months: 12 }))
  const expected = { months: 12, until: OVER, whole: ids(gone), partly: ids([helper, again]) }
  expect(await planRetention(organizer, event)).toMatchObject({ ...expected, due: false })
  expect(await applyRetention()).toEqual([])
  vi.setSystemTime(OVER)
  expect(await applyRetention()).toMatchObject([{ ...expected, due: true }])
  const left = await (await db())
    .select({ name: persons.givenName, programme: registrations.programme, state: registrations.state })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(eq(registrations.eventId, event))
    .orderBy(persons.givenName)
  expect(left).toEqual(
    ['', '', 'Leyla', 'Orxan'].map((name) => ({ name, programme: null, state: 'registered' })),
  )
  expect(await applyRetention()).toEqual([])
  expect(await verifyChain(event)).toMatchObject({ intact: true })
  const entries = await (await db())
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'apply-retention'))
  expect(entries).toEqual([{ details: { people: 2, registrations: 2 } }])
})

test('two servers that erase at once do it once, and the clock they are given decides', async () => {
  const { event, organizer, gone, helper, again } = await aField()
  await done(setRetention(organizer, { event, months: 12 }))
  expect(await applyRetention(new Date(OVER.getTime() - 1))).toEqual([])
  const outcomes = await Promise.all([1, 2, 3].map(() => applyRetention(OVER)))
  expect(outcomes.flat()).toMatchObject([{ whole: ids(gone), partly: ids([helper, again]), due: true }])
  const entries = await (await db())
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'apply-retention'))
  expect(entries).toEqual([{ details: { people: 2, registrations: 2 } }])
  expect(await verifyChain(event)).toMatchObject({ intact: true })
})

test('mail of the event goes also from who stays for another, and theirs of other events stays', async () => {
  const { event, organizer, elsewhere, gone, helper } = await aField()
  await done(setRetention(organizer, { event, months: 12 }))
  await applyRetention(OVER)
  await (await db()).delete(outbox)
  const addressOf = async (personId: string | null) => (await addressesOf(personId ?? ''))[0] ?? ''
  expect(await addressOf(gone[0]?.personId ?? '')).toBe('')
  for (const of of [event, elsewhere.id])
    await enqueueMail({
      ...{ to: (await addressOf(helper.personId)).toUpperCase(), event: of },
      ...{ template: 'message', values: { subject: 'Hello Leyla', text: '', event: '', unsubscribe: '' } },
    })
  // Nothing else is left of that event, and a mail is enough to be due again.
  expect(await applyRetention(OVER)).toMatchObject([{ whole: [], partly: [helper.personId] }])
  const left = await (await db()).select({ event: outbox.eventId }).from(outbox)
  expect(left).toEqual([{ event: elsewhere.id }])
  expect(await applyRetention(OVER)).toEqual([])
})

test('a running server does it by itself, soon after its start and again and again', async () => {
  const { event, organizer, gone } = await aField()
  await done(setRetention(organizer, { event, months: 12 }))
  const names = async () =>
    (
      await (
        await db()
      )
        .select({ name: persons.givenName })
        .from(persons)
        .where(eq(persons.id, ids(gone)[0] ?? ''))
    )[0]
  startDailyRetention({ first: 1, every: 50 })
  startDailyRetention({ first: 1, every: 50 })
  await new Promise((resume) => setTimeout(resume, 200))
  expect((await names())?.name).not.toBe('')
  vi.setSystemTime(OVER)
  while ((await names())?.name !== '') await new Promise((resume) => setTimeout(resume, 20))
  stopDailyRetention()
  const entries = await (await db())
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'apply-retention'))
  expect(entries).toHaveLength(1)
})

test('who sits in a team that was promoted is kept for that final, who withdrew elsewhere is not', async () => {
  const { event, organizer, international, gone, helper, again } = await aField()
  const { team } = await done(createTeam(await actorOf(gone[0]?.personId ?? ''), { event, name: 'Ulduz' }))
  await (await db())
    .insert(entries)
    .values({ teamId: team, eventId: international.id, enteredAt: DURING_REGISTRATION })
  await (await db())
    .update(registrations)
    .set({ state: 'withdrawn' })
    .where(and(eq(registrations.personId, again.personId), ne(registrations.eventId, event)))
  await done(setRetention(organizer, { event, months: 12 }))
  expect(await planRetention(organizer, event)).toMatchObject({
    whole: ids([...gone.slice(1), again]),
    partly: ids([...gone.slice(0, 1), helper]),
  })
})

test('an event that says nothing keeps everything', async () => {
  const { event, organizer } = await aField()
  vi.setSystemTime(new Date('2118-01-01T00:00:00Z'))
  expect(await applyRetention()).toEqual([])
  await done(setRetention(organizer, { event, months: 240 }))
  await done(setRetention(organizer, { event, months: null }))
  expect(await applyRetention()).toEqual([])
})

test.each([0, 241, 1.5, Number.NaN])('%s months are refused', async (months) => {
  const { event, organizer, neighbour, stranger } = await makeOpenEvent()
  expect(codeOf(await setRetention(organizer, { event, months }))).toBe('retention-range')
  for (const actor of [neighbour, stranger])
    expect([
      codeOf(await setRetention(actor, { event, months: 1 })),
      codeOf(await planRetention(actor, event)),
    ]).toEqual(['not-found', 'not-found'])
})
