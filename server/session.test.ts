import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { persons, roleGrants } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { can } from '@/domain/access/can'
import { now } from './clock'
import { findEvent } from './events/find-event'
import { actorOf, endSession, openSession, personOfSession, SESSION_DAYS } from './session'
import { makeEdition } from './testing'

testDatabase()
afterEach(() => {
  vi.useRealTimers()
})

test('a session is its person’s until it is ended, at the very next request', async () => {
  const { id } = await makePerson('Aysel', 'Quliyeva')
  const here = await openSession(id, 'phone')
  const there = await openSession(id, 'laptop')
  expect(await personOfSession(here)).toEqual({ id, givenName: 'Aysel', familyName: 'Quliyeva' })
  await endSession(here)
  expect(await personOfSession(here)).toBeNull()
  expect(await personOfSession(there)).toMatchObject({ id })
})

test.each(['disabledAt', 'erasedAt'] as const)('a person with %s has no session any more', async (column) => {
  const { id } = await makePerson('Aysel')
  const session = await openSession(id)
  await (await db())
    .update(persons)
    .set({ [column]: new Date() })
    .where(eq(persons.id, id))
  expect(await personOfSession(session)).toBeNull()
})

test('a session ends by itself', async () => {
  const { id } = await makePerson('Aysel')
  const session = await openSession(id)
  const days = (count: number) => new Date(Date.now() + count * 86_400_000)
  vi.useFakeTimers({ toFake: ['Date'], now: days(SESSION_DAYS - 0.01) })
  expect(await personOfSession(session)).toMatchObject({ id })
  vi.setSystemTime(days(0.02))
  expect(await personOfSession(session)).toBeNull()
})

test('a role taken away is gone at the next request', async () => {
  const { national } = await makeEdition()
  const { id } = await makePerson('Helper')
  await grant(id, 'event-helper', national.id)
  const event = (await findEvent('actinspace-2018', 'azerbaijan'))?.facts
  expect(can(await actorOf(id), 'check-in', { event }, now())).toBeNull()
  await (await db()).update(roleGrants).set({ revokedAt: now() }).where(eq(roleGrants.personId, id))
  expect(can(await actorOf(id), 'check-in', { event }, now())).toMatchObject({ code: 'not-found' })
})

test('an unknown session is nobody’s', async () => {
  expect(await personOfSession('01890000-0000-7000-8000-000000000000')).toBeNull()
})
