import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { grant, makeOrganization, makePerson, putAtPhase } from '@/db/factories'
import { entries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { codeOf, done, makeEntry } from '../judging/testing'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { entriesToChallenges } from './queries'
import { writeChallenge } from './write-challenge'

testDatabase()

test('a partner sees the entries to the own challenges, once the result is published', async () => {
  const { national, edition } = await makeEdition()
  const { id: event } = national
  const { id: cnes } = await makeOrganization('cnes', 'CNES', 'agency')
  const { id: esa } = await makeOrganization('esa', 'ESA', 'agency')
  const { id: ada } = await makeOrganization('ada', 'ADA University')
  const partner = await makePerson('Partner')
  await grant(partner.id, 'organization-partner', cnes)
  const actor = await actorOf(partner.id)
  const words = { editionId: edition.id, ownerId: cnes, code: 'CNES-1', title: 'Oil from above' }
  const { challenge } = await done(writeChallenge(actor, words))
  const { entry } = await makeEntry(event, 'ulduz', ada)
  await makeEntry(event, 'without', ada)
  const taken = { challengeId: challenge, title: 'Oil spills' }
  await (await db()).update(entries).set(taken).where(eq(entries.id, entry))
  const seen = () => entriesToChallenges(actor, { event, organization: cnes })
  expect(await codeOf(seen())).toBe('closed-published')
  await putAtPhase(event, 'published')
  expect(await seen()).toEqual([
    {
      entry,
      challenge: 'CNES-1',
      team: 'ulduz',
      slug: 'ulduz',
      institution: 'ADA University',
      project: 'Oil spills',
      summary: null,
    },
  ])
  expect(await codeOf(entriesToChallenges(actor, { event, organization: esa }))).toBe('not-allowed')
})
