import { asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { auditEntries, checkIns, checkInTaps, registrations } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { actorOf } from '../session'
import { expectedAt } from './queries'
import { takeTaps } from './take-taps'

testDatabase()

const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION })
})
afterEach(() => {
  vi.useRealTimers()
})

async function makeDoor() {
  const made = await makeOpenEvent()
  const { event } = made
  const helper = async (name: string) => {
    const person = await makePerson(name, 'Helper')
    await grant(person.id, 'event-helper', event)
    return actorOf(person.id)
  }
  for (const name of ['Nərmin', 'Ömər', 'Şəhla']) await makeStudent(event, name)
  const rows = await (await db())
    .select()
    .from(registrations)
    .where(eq(registrations.eventId, event))
    .orderBy(asc(registrations.id))
  const [narmin = '', omar = ''] = rows.map(({ id }) => id)
  return { ...made, narmin, omar, one: await helper('Aydan'), other: await helper('Rəşad') }
}

const tap = (registration: string, minutesAgo: number, present = true) => ({
  id: uuidv7(),
  registration,
  present,
  at: DURING_REGISTRATION.getTime() - minutesAgo * MINUTE,
})
const ago = (minutes: number) => new Date(DURING_REGISTRATION.getTime() - minutes * MINUTE)

test('the door has the names of those with a place and nothing else of them', async () => {
  const { event, one, narmin, omar } = await makeDoor()
  await (await db()).update(registrations).set({ state: 'waitlisted' }).where(eq(registrations.id, omar))
  await done(takeTaps(one, { event, device: 'd1', taps: [tap(narmin, 2)] }))
  expect(await expectedAt(one, event)).toEqual([
    {
      registration: narmin,
      name: 'Nərmin',
      arrivedAt: ago(2),
      seenBy: 'Aydan Helper',
      consentMissing: false,
    },
    { registration: expect.any(String), name: 'Şəhla', arrivedAt: null, seenBy: null, consentMissing: false },
  ])
})

test('that a guardian’s consent is missing is told to the organizer and not to a helper', async () => {
  const { event, one, organizer, narmin } = await makeDoor()
  await (await db()).update(registrations).set({ bornOn: '2001-03-04' }).where(eq(registrations.id, narmin))
  const told = async (actor: typeof one) =>
    (await done(expectedAt(actor, event))).flatMap(({ name, consentMissing }) =>
      consentMissing ? [name] : [],
    )
  expect([await told(one), await told(organizer)]).toEqual([[], ['Nərmin']])
  expect(JSON.stringify(await expectedAt(one, event))).not.toMatch(/2001|unnamed/)
})

test('two helpers without a network see the same person: the earliest counts, whoever tells it first', async () => {
  const { event, one, other, narmin } = await makeDoor()
  const late = { event, device: 'd1', taps: [tap(narmin, 5)] }
  const early = { event, device: 'd2', taps: [tap(narmin, 30)] }
  await done(takeTaps(one, late))
  await done(takeTaps(other, early))
  await done(takeTaps(one, late))
  const rows = await (await db()).select().from(checkIns)
  expect(rows).toEqual([
    {
      registrationId: narmin,
      at: ago(30),
      receivedAt: DURING_REGISTRATION,
      device: 'd2',
      by: other.personId,
    },
  ])
})

test('twenty tellings at once of the same taps are one check-in each and one audit entry', async () => {
  const { event, one, other, narmin, omar } = await makeDoor()
  const taps = [tap(narmin, 1), tap(omar, 2)]
  const told = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      takeTaps(index % 2 ? one : other, { event, device: `d${index % 2}`, taps }),
    ),
  )
  const saved = { saved: taps.map(({ id }) => id), unknown: [] }
  expect(told).toEqual(Array.from({ length: 20 }, () => saved))
  expect(await (await db()).select().from(checkIns)).toHaveLength(2)
  expect(await (await db()).select().from(checkInTaps)).toHaveLength(2)
  const entries = await (await db()).select().from(auditEntries).where(eq(auditEntries.action, 'take-taps'))
  expect(entries.map(({ details }) => details)).toEqual([{ came: [narmin, omar], takenBack: [] }])
})

test('what was taken back stays so when an earlier tap arrives late, and a later one counts again', async () => {
  const { event, one, other, narmin } = await makeDoor()
  await done(takeTaps(one, { event, device: 'd1', taps: [tap(narmin, 9), tap(narmin, 8, false)] }))
  await done(takeTaps(other, { event, device: 'd2', taps: [tap(narmin, 20)] }))
  expect(await (await db()).select().from(checkIns)).toEqual([])
  await done(takeTaps(other, { event, device: 'd2', taps: [tap(narmin, 3)] }))
  expect(await (await db()).select({ at: checkIns.at }).from(checkIns)).toEqual([{ at: ago(3) }])
})

test('a tap about somebody of another event is unknown, and a stranger has no door', async () => {
  const { event, one, narmin, stranger, neighbour, organizer } = await makeDoor()
  const taps = [tap(uuidv7(), 1)]
  expect(await takeTaps(one, { event, device: 'd1', taps })).toEqual({ saved: [], unknown: [taps[0]?.id] })
  for (const nobody of [stranger, neighbour]) {
    expect(await expectedAt(nobody, event)).toMatchObject({ code: 'not-found' })
    const refused = await takeTaps(nobody, { event, device: 'd1', taps: [tap(narmin, 1)] })
    expect(refused).toMatchObject({ code: 'not-found' })
  }
  expect(isRefusal(await takeTaps(organizer, { event, device: 'd1', taps: [tap(narmin, 1)] }))).toBe(false)
})
