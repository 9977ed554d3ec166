import { expect, test } from 'vitest'
import { grant, makeOrganization, makePerson } from '@/db/factories'
import { testDatabase } from '@/db/testing'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { writeChallenge } from './write-challenge'

testDatabase()

test('ids that cannot be and codes that nobody sees are refused', async () => {
  const { edition } = await makeEdition()
  const { id: ownerId } = await makeOrganization('cnes')
  const administrator = await makePerson('Administrator')
  await grant(administrator.id, 'edition-administrator', edition.id)
  const actor = await actorOf(administrator.id)
  const write = (changes: object) =>
    writeChallenge(actor, { editionId: edition.id, ownerId, code: 'C-1', title: 'Oil spills', ...changes })
  const nobody = '01890000-0000-7000-8000-000000000000'
  expect(await write({ editionId: 'x' })).toMatchObject({ code: 'not-found' })
  expect(await write({ editionId: nobody })).toMatchObject({ code: 'not-found' })
  for (const stranger of ['x', nobody])
    expect(await write({ ownerId: stranger })).toMatchObject({ code: 'organization-unknown' })
  expect(await write({ code: '\u200b' })).toMatchObject({ code: 'challenge-code' })
  expect(await write({})).toMatchObject({ challenge: expect.any(String) })
})
