import { expect, test } from 'vitest'
import { grant, makePerson } from '@/db/factories'
import { testDatabase } from '@/db/testing'
import { makeRoles } from '../access/testing/roles'
import { acceptPromotion } from '../promotion/accept-promotion'
import { actorOf } from '../session'
import { rostersOf } from './queries'

testDatabase()

test('a promoted team is a guest in the list of the final it comes to, with its members', async () => {
  const { international, promotion } = await makeRoles('confirmed')
  const person = await makePerson('Organizer in Toulouse')
  await grant(person.id, 'event-organizer', international.id)
  const host = await actorOf(person.id)
  expect(await acceptPromotion(host, { promotion })).toMatchObject({ state: 'accepted' })
  expect(await rostersOf(host, international.id)).toMatchObject([
    { name: 'Ulduz', guest: true, members: [{ role: 'captain' }, { role: 'member' }] },
  ])
})
