import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { advancePhase } from '../events/advance-phase'
import { createEvent } from '../events/create-event'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { createEdition } from './create-edition'
import { foundCompetition } from './found-competition'
import { findEdition } from './queries'
import { recordClaim } from './record-claim'

testDatabase()

const OWNER = { givenName: 'Owner', familyName: '', email: 'Owner@Example.org' }

async function found() {
  const founded = await foundCompetition({ slug: 'actinspace', name: 'ActInSpace®', owner: OWNER })
  if (isRefusal(founded)) throw new Error(founded.code)
  return { competition: founded.competition, owner: await actorOf(founded.owner) }
}

const EDITION = { slug: 'actinspace-2018', ordinal: 3, year: 2018, scope: 'the world' }

test('an installation is founded once, also by two at the same time', async () => {
  const tries = ['one', 'two', 'three'].map((slug) => foundCompetition({ slug, name: slug, owner: OWNER }))
  const outcomes = await Promise.all(tries)
  expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1)
  expect(outcomes.filter(isRefusal).map(({ code }) => code)).toEqual(['already-founded', 'already-founded'])
})

test('the owner adds editions, each address and number once; nobody else does', async () => {
  const { competition, owner } = await found()
  expect(await createEdition(owner, { ...EDITION, competitionId: competition })).toMatchObject({})
  expect(await createEdition(owner, { ...EDITION, competitionId: competition })).toMatchObject({
    code: 'edition-exists',
  })
  expect(await findEdition('actinspace-2018')).toMatchObject({
    claims: [],
    events: [],
    edition: { year: 2018 },
  })
  expect(await findEdition('actinspace-2024')).toBeNull()
})

test('an organizer records claims of the own event only, beside each other', async () => {
  const { organizer, neighbour, edition, national } = await makeEdition()
  const claim = {
    editionId: edition.id,
    eventId: national.id,
    metric: 'students',
    qualifier: 'exactly' as const,
    value: 105,
  }
  expect(await recordClaim(organizer, { ...claim, source: 'press-release-2018' })).not.toHaveProperty(
    'refused',
  )
  expect(await recordClaim(organizer, { ...claim, value: 104, source: 'a newspaper' })).not.toHaveProperty(
    'refused',
  )
  expect(await recordClaim(neighbour, { ...claim, source: 'x' })).toMatchObject({ code: 'not-found' })
  expect(await recordClaim(organizer, { ...claim, eventId: null, source: 'x' })).toMatchObject({
    code: 'not-found',
  })
})

test('an event appears on the map when it leaves draft, and its teams keep within the edition’s sizes', async () => {
  const { competition, owner } = await found()
  const made = await createEdition(owner, { ...EDITION, competitionId: competition })
  if (isRefusal(made)) throw new Error(made.code)
  const event = {
    editionId: made.edition,
    slug: 'estonia',
    name: 'Estonia',
    level: 'national' as const,
    country: 'EE',
    city: 'Tartu',
    timeZone: 'Europe/Tallinn',
    latitude: 58.38,
    longitude: 26.72,
    startsAt: new Date('2018-05-25T06:00:00Z'),
    endsAt: new Date('2018-05-26T15:00:00Z'),
  }
  expect(await createEvent(owner, { ...event, teamMax: 6 })).toMatchObject({ code: 'team-size-locked' })
  expect(await createEvent(owner, event)).not.toHaveProperty('refused')
  expect(await createEvent(owner, event)).toMatchObject({ code: 'event-exists' })
  expect((await findEdition('actinspace-2018'))?.events).toEqual([])
})

test('a neighbour cannot add an event beside or below somebody else’s', async () => {
  const { neighbour, edition, national, organizer } = await makeEdition()
  const event = { ...national, id: undefined, slug: 'sumqayit', parentId: national.id }
  expect(await createEvent(neighbour, { ...event, editionId: edition.id })).toMatchObject({
    code: 'not-found',
  })
  expect(await createEvent(organizer, { ...event, editionId: edition.id })).not.toHaveProperty('refused')
  await advancePhase(organizer, { event: national.id, to: 'registration' })
  expect(
    (await findEdition('actinspace-2018'))?.events.map(({ slug, phase, state }) => ({ slug, phase, state })),
  ).toEqual([{ slug: 'azerbaijan', phase: 'registration', state: 'planned' }])
})
