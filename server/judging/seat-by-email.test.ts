import { count, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { jurors, personEmails, persons } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { makeEdition } from '../testing'
import { seatByEmail } from './seat-by-email'

testDatabase()

let made: Awaited<ReturnType<typeof makeEdition>>
beforeEach(async () => {
  made = await makeEdition()
})

const people = async () => (await (await db()).select({ rows: count() }).from(persons))[0]?.rows
const seat = (more: object = {}) => ({
  ...{
    event: made.national.id,
    office: 'Rector of ADA University',
    givenName: 'Hafiz',
    email: 'Rector@ADA.example',
  },
  ...more,
})

test('a juror is seated by address, written down once', async () => {
  const before = await people()
  await seatByEmail(made.organizer, seat())
  const [row] = await (await db())
    .select({ office: jurors.office, email: personEmails.email })
    .from(jurors)
    .innerJoin(personEmails, eq(personEmails.personId, jurors.personId))
  expect(row).toEqual({ office: 'Rector of ADA University', email: 'rector@ada.example' })
  expect(await seatByEmail(made.organizer, seat())).toMatchObject({ code: 'seat-taken' })
  expect(await people()).toBe((before ?? 0) + 1)
})

test.each([
  ['no address', { email: 'rector at ada' }, 'email-malformed'],
  ['no name', { givenName: ' ' }, 'name-unreadable'],
  ['no office', { office: ' ' }, 'office-missing'],
])('with %s nobody is seated or written down', async (_, wrong, code) => {
  const before = await people()
  expect(await seatByEmail(made.organizer, seat(wrong))).toMatchObject({ code })
  expect(await people()).toBe(before)
})

test('nobody else seats', async () => {
  for (const actor of [made.neighbour, made.stranger])
    expect(await seatByEmail(actor, seat())).toMatchObject({ code: 'not-found' })
})
