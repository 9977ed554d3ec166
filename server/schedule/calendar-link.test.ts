import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { registrations } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { makeOpenEvent } from '../registration/testing'
import { ownCalendar, ownCalendarKey } from './calendar-link'

testDatabase()

test('a key opens the own calendar of its event alone, until its owner withdraws', async () => {
  const { event, elsewhere } = await makeOpenEvent()
  const person = await makePerson('Aysel')
  const [row] = await (await db())
    .insert(registrations)
    .values({ personId: person.id, eventId: event, registeredAt: new Date('2018-05-10T08:00:00Z') })
    .returning()
  if (!row) throw new Error('not written')
  const key = ownCalendarKey(row.id)
  expect(await ownCalendar(event, key)).toEqual({ team: null, pitch: null })
  expect(await ownCalendar(elsewhere.id, key)).toBe(null)
  for (const forged of ['', row.id, `${row.id}.`, `${key}x`, key.replace(row.id, person.id)])
    expect(await ownCalendar(event, forged)).toBe(null)
  await (await db()).update(registrations).set({ state: 'withdrawn' }).where(eq(registrations.id, row.id))
  expect(await ownCalendar(event, key)).toBe(null)
})
