import { beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { grant, makePerson, putAtPhase } from '@/db/factories'
import { editions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { administratorsOf, rolesOfEvent } from '../access/queries'
import { createEvent } from '../events/create-event'
import { whereToCreate } from '../events/where-to-create'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { administeredBy, administeredEdition, ownedBy } from './administration'

testDatabase()

let made: Awaited<ReturnType<typeof makeEdition>>
let owner: typeof made.organizer
let admin: typeof made.organizer
let later: string

const as = async (name: string, role: Parameters<typeof grant>[1], node: string) => {
  const person = await makePerson(name)
  await grant(person.id, role, node)
  return actorOf(person.id)
}

beforeEach(async () => {
  made = await makeEdition()
  owner = await as('Owner', 'competition-owner', made.competition.id)
  admin = await as('Administrator', 'edition-administrator', made.edition.id)
  const row = {
    competitionId: made.competition.id,
    slug: 'actinspace-2020',
    ordinal: 4,
    year: 2020,
    scope: 'x',
  }
  later = (await database.insert(editions).values(row).returning())[0]?.id ?? ''
  await putAtPhase(made.elsewhere.id, 'registration', 'in-progress')
})

const slugs = async (actor: typeof owner) => (await administeredBy(actor)).map(({ edition }) => edition.slug)

test('an owner sees every edition, an administrator their own, nobody else any', async () => {
  expect(await slugs(owner)).toEqual(['actinspace-2020', 'actinspace-2018'])
  expect(await slugs(admin)).toEqual(['actinspace-2018'])
  for (const other of [made.organizer, made.neighbour, made.stranger]) expect(await slugs(other)).toEqual([])
  expect(await administeredEdition(admin, 'actinspace-2020')).toBeNull()
  expect((await ownedBy(owner)).map(({ slug }) => slug)).toEqual(['actinspace'])
  expect(await ownedBy(admin)).toEqual([])
})

test('the tree has its drafts, each event after the one its winner goes to, with who organizes it', async () => {
  const found = await administeredEdition(admin, 'actinspace-2018')
  expect(found?.owns).toBe(false)
  expect(
    found?.events.map(({ event, phase, state, depth, organizers }) => [
      event.slug,
      phase,
      state,
      depth,
      organizers,
    ]),
  ).toEqual([
    ['international', 'draft', 'planned', 0, []],
    ['azerbaijan', 'draft', 'planned', 1, ['Organizer']],
    ['estonia', 'in-progress', 'running', 1, ['Neighbour']],
  ])
})

test('who holds a role is read by whoever may grant it, and an address of an administrator by the owner alone', async () => {
  const names = async (actor: typeof owner) => {
    const roles = await rolesOfEvent(actor, made.national.id)
    return isRefusal(roles) ? roles.code : roles.map(({ givenName }) => givenName)
  }
  for (const actor of [owner, admin, made.organizer]) expect(await names(actor)).toEqual(['Organizer'])
  for (const actor of [made.neighbour, made.stranger]) expect(await names(actor)).toBe('not-found')
  const addresses = async (actor: typeof owner) =>
    (await administratorsOf(actor, made.edition)).map(({ givenName, email }) => [givenName, email !== null])
  expect(await addresses(owner)).toEqual([['Administrator', true]])
  expect(await addresses(admin)).toEqual([['Administrator', false]])
})

test('events are added where one administers, or below one’s own', async () => {
  const places = async (actor: typeof owner) =>
    (await whereToCreate(actor, made.competition.id)).map(({ year, name }) => [year, name])
  expect(await places(owner)).toEqual([
    [2020, null],
    [2018, null],
    [2018, 'International final'],
    [2018, 'Azerbaijan national final'],
    [2018, 'Estonia'],
  ])
  expect(await places(admin)).toEqual((await places(owner)).slice(1))
  expect(await places(made.organizer)).toEqual([[2018, 'Azerbaijan national final']])
  expect(await places(made.stranger)).toEqual([])
})

test('whoever administers adds an event without becoming its organizer', async () => {
  const event = { ...made.national, id: undefined, slug: 'latvia', editionId: later, parentId: null }
  expect(isRefusal(await createEvent(owner, event))).toBe(false)
  const found = await administeredEdition(owner, 'actinspace-2020')
  expect(found?.events.map(({ event, organizers }) => [event.slug, organizers])).toEqual([['latvia', []]])
})
