import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { grant, makeOrganization, makePerson, putAtPhase } from '@/db/factories'
import { entries } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { codeOf, done, makeEntry } from '../judging/testing'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { challengeRooms, entriesToChallenges } from './queries'
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

test('who writes challenges finds the way to them: administrators, owners and partners, and nobody else', async () => {
  const { national, international, edition, competition, organizer, stranger } = await makeEdition()
  const { id: cnes } = await makeOrganization('cnes', 'CNES', 'agency')
  const writer = async (...[role, node]: [Parameters<typeof grant>[1], string]) => {
    const person = await makePerson(role)
    await grant(person.id, role, node)
    return actorOf(person.id)
  }
  const writers = [
    await writer('edition-administrator', edition.id),
    await writer('competition-owner', competition.id),
    await writer('organization-partner', cnes),
  ]
  const rooms = () => Promise.all([...writers, organizer, stranger].map(challengeRooms))
  const at = (event: { slug: string }) => [{ edition: edition.slug, event: event.slug, year: edition.year }]
  // Nothing is public yet, so a partner has nowhere to go.
  expect(await rooms()).toEqual([at(international), at(international), [], [], []])
  await putAtPhase(national.id, 'registration')
  expect(await rooms()).toEqual([at(international), at(international), at(national), [], []])
})
