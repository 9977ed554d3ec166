import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { grant, makeOrganization, makePerson, makeRubric } from '@/db/factories'
import { challenges, claims, criteria, editions, events, roleGrants, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { wallClock } from '@/domain/events/wall-clock'
import { isRefusal } from '@/domain/refusal'
import { done } from '../registration/testing'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { cloneEdition, type EditionCopy } from './clone-edition'

testDatabase()

const AT = new Date('2018-05-20T08:00:00Z')
let made: Awaited<ReturnType<typeof makeEdition>>
let owner: typeof made.organizer

beforeEach(async () => {
  made = await makeEdition()
  const person = await makePerson('Owner')
  await grant(person.id, 'competition-owner', made.competition.id)
  owner = await actorOf(person.id)
  await database.insert(events).values({
    ...{ ...made.national, id: undefined, slug: 'sumqayit', name: 'Sumqayıt', level: 'city' },
    parentId: made.national.id,
  })
  await makeRubric(made.national.id)
  const cnes = await makeOrganization('cnes', 'CNES', 'agency')
  await database
    .insert(challenges)
    .values({ editionId: made.edition.id, ownerId: cnes.id, code: 'C1', title: 'See the sea', mostTeams: 4 })
  await database
    .insert(claims)
    .values({ editionId: made.edition.id, metric: 'cities', qualifier: 'exactly', value: 70, source: 'x' })
  await database.insert(teams).values({
    ...{ eventId: made.national.id, slug: 'xezer', name: 'Xəzər', nameKey: 'xezer', seats: 5, createdAt: AT },
  })
})

const copy = (more: Partial<EditionCopy> = {}): EditionCopy => ({
  ...{ source: made.edition.id, slug: 'actinspace-2027', ordinal: 7, year: 2027, scope: 'the world' },
  ...{ startsOn: '2027-05-28', challenges: true },
  ...more,
})

const treeOf = async (edition: string) => {
  const rows = await database
    .select()
    .from(events)
    .where(eq(events.editionId, edition))
    .orderBy(asc(events.slug))
  return rows.map(({ slug, level, parentId, startsAt, timeZone }) => ({
    ...{ slug, level, parent: rows.find(({ id }) => id === parentId)?.slug ?? null },
    starts: wallClock(timeZone, startsAt),
  }))
}

test('the same tree of events, each linked to its own parent, as many days later at the same hours', async () => {
  const { edition, events: count } = await done(cloneEdition(owner, copy()))
  expect(count).toBe(4)
  expect(await treeOf(edition)).toEqual([
    { slug: 'azerbaijan', level: 'national', parent: 'international', starts: '2027-05-28T09:00' },
    { slug: 'estonia', level: 'national', parent: 'international', starts: '2027-05-28T09:00' },
    { slug: 'international', level: 'international', parent: null, starts: '2027-06-30T09:00' },
    { slug: 'sumqayit', level: 'city', parent: 'azerbaijan', starts: '2027-05-28T09:00' },
  ])
  const [national] = await database.select().from(events).where(eq(events.editionId, edition)).limit(1)
  expect(national).toMatchObject({ firstInCountry: false, exampleData: false })
})

test('the rubric comes along, the challenges if wanted, and neither figures nor people', async () => {
  const rowsIn = async (edition: string) => {
    const tree = await database.select().from(events).where(eq(events.editionId, edition))
    const inTree = async <T extends typeof criteria | typeof teams | typeof roleGrants>(table: T) =>
      (await database.select().from(table as typeof criteria)).filter(({ eventId }) =>
        tree.some(({ id }) => id === eventId),
      ).length
    const set = await database.select().from(challenges).where(eq(challenges.editionId, edition))
    const figures = await database.select().from(claims).where(eq(claims.editionId, edition))
    return {
      ...{ criteria: await inTree(criteria), teams: await inTree(teams), roles: await inTree(roleGrants) },
      ...{
        challenges: set.map(({ code, title, mostTeams }) => [code, title, mostTeams]),
        claims: figures.length,
      },
    }
  }
  const nothing = { teams: 0, roles: 0, claims: 0 }
  const whole = await done(cloneEdition(owner, copy()))
  expect(await rowsIn(whole.edition)).toEqual({
    ...{ criteria: 5, challenges: [['C1', 'See the sea', 4]] },
    ...nothing,
  })
  const bare = await done(
    cloneEdition(owner, copy({ slug: 'actinspace-2028', ordinal: 8, year: 2028, challenges: false })),
  )
  expect(await rowsIn(bare.edition)).toEqual({ criteria: 5, challenges: [], ...nothing })
})

test('days known of the edition move with it', async () => {
  await database
    .update(editions)
    .set({
      startsOn: '2018-05-25',
      endsOn: '2018-05-26',
      finalOn: '2018-06-27',
      finalCity: 'Toulouse',
      teamMax: 4,
    })
    .where(eq(editions.id, made.edition.id))
  await database.update(events).set({ teamMax: 4 })
  const { edition } = await done(cloneEdition(owner, copy()))
  const [row] = await database.select().from(editions).where(eq(editions.id, edition))
  expect(row).toMatchObject({
    ...{ startsOn: '2027-05-28', endsOn: '2027-05-29', finalOn: '2027-06-30', finalCity: 'Toulouse' },
    ...{ teamMin: 2, teamMax: 4, scope: 'the world', year: 2027, ordinal: 7 },
  })
})

test('refused it makes nothing: not the owner, an address taken, no day', async () => {
  const admin = await makePerson('Administrator')
  await grant(admin.id, 'edition-administrator', made.edition.id)
  const ask = async (actor: typeof owner, more: Partial<EditionCopy> = {}) => {
    const outcome = await cloneEdition(actor, copy(more))
    return isRefusal(outcome) ? outcome.code : outcome
  }
  expect(await ask(await actorOf(admin.id))).toBe('not-found')
  expect(await ask(made.stranger)).toBe('not-found')
  expect(await ask(owner, { source: 'nowhere' })).toBe('not-found')
  expect(await ask(owner, { slug: 'actinspace-2018' })).toBe('edition-exists')
  expect(await ask(owner, { ordinal: 3 })).toBe('edition-exists')
  expect(await ask(owner, { startsOn: '2027-02-31' })).toBe('day-malformed')
  expect(await ask(owner, { scope: '' })).toBe('scope-unnamed')
  expect(await database.select().from(editions)).toHaveLength(1)
  expect(await database.select().from(events)).toHaveLength(4)
})
