import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { persons, roleGrants } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { actorOf, nobody } from '../session'
import { namePerson } from './name-person'

testDatabase()

const personAt = async (id: string) => {
  const [person] = await (await db()).select().from(persons).where(eq(persons.id, id))
  return person
}

test('a first visitor gives a name, kept as written in any script', async () => {
  const { id } = await makePerson('')
  const actor = await actorOf(id)
  expect(await namePerson(actor, { givenName: ' Əli ', familyName: 'Ма́мед<b>' })).toEqual({
    givenName: 'Əli',
    familyName: 'Ма́мед<b>',
  })
  expect(await personAt(id)).toMatchObject({ givenName: 'Əli', familyName: 'Ма́мед<b>' })
})

test.each([
  [{ givenName: '\u200b' }, { code: 'name-unreadable', field: 'givenName' }],
  [
    { givenName: 'Aysel', familyName: '\u2060\u2060.' },
    { code: 'name-unreadable', field: 'familyName' },
  ],
  [{ givenName: 'a'.repeat(101) }, { code: 'name-long', field: 'givenName' }],
])('%j is refused and nothing is changed', async (input, refusal) => {
  const { id } = await makePerson('Before')
  expect(await namePerson(await actorOf(id), input)).toMatchObject(refusal)
  expect(await personAt(id)).toMatchObject({ givenName: 'Before' })
})

test('nobody has no name to give', async () => {
  expect(await namePerson(nobody(), { givenName: 'Aysel' })).toMatchObject({ code: 'sign-in' })
})

test('extra fields set nothing', async () => {
  const { id } = await makePerson('Before')
  const extra = { role: 'competition-owner', id: 'x', event: 'y', disabledAt: new Date(0), personId: 'z' }
  const before = await personAt(id)
  await namePerson(await actorOf(id), { givenName: 'After', ...extra })
  expect(await personAt(id)).toEqual({ ...before, givenName: 'After', familyName: '' })
  expect(await (await db()).select().from(roleGrants)).toEqual([])
})
