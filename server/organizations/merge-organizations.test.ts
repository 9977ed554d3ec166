import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { grant, makeOrganization, makePerson } from '@/db/factories'
import * as schema from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { done } from '../registration/testing'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { mergeOrganizations } from './merge-organizations'
import { planMerge } from './plan-merge'
import { countReferences, REFERENCES } from './references'
import { undoMerge } from './undo-merge'

testDatabase()

const AT = new Date('2018-05-20T08:00:00Z')
type Made = Awaited<ReturnType<typeof makeEdition>>

let made: Made
let admin: Made['organizer']
let twin: string
let kept: string
let third: string

beforeEach(async () => {
  made = await makeEdition()
  const person = await makePerson('Administrator')
  await grant(person.id, 'edition-administrator', made.edition.id)
  admin = await actorOf(person.id)
  twin = (await makeOrganization('asoiu', 'ASOIU')).id
  kept = (await makeOrganization('oil', 'State University of Oil and Industry')).id
  third = (await makeOrganization('ministry', 'Ministry')).id
})

const pair = () => ({ edition: made.edition.id, merged: twin, into: kept })
const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome)

/** One row that points to an organization, by the column it does so with. */
const POINT: Readonly<Record<string, (organization: string, n: string) => Promise<unknown>>> = {
  'awards.partnerId': async (partnerId, name) =>
    (await db())
      .insert(schema.awards)
      .values({ eventId: made.national.id, kind: 'special', name, partnerId }),
  'challenges.ownerId': async (ownerId, code) =>
    (await db())
      .insert(schema.challenges)
      .values({ editionId: made.edition.id, ownerId, code: `O${code}`, title: 'A' }),
  'challenges.licenceOwnerId': async (licenceOwnerId, code) =>
    (await db())
      .insert(schema.challenges)
      .values({ editionId: made.edition.id, ownerId: third, licenceOwnerId, code: `L${code}`, title: 'A' }),
  'competitions.ownerId': async (ownerId, slug) =>
    (await db()).insert(schema.competitions).values({ slug, name: 'Another', ownerId }),
  'import_draft_lists.institutionId': async (institutionId, name) => {
    const [draft] = await (await db())
      .insert(schema.importDrafts)
      .values({ eventId: made.national.id, personId: made.organizer.personId, touchedAt: AT })
      .returning()
    await (await db()).insert(schema.importDraftLists).values({
      ...{ draftId: draft?.id ?? '', position: 0, name, content: new Uint8Array(), institutionId },
    })
  },
  'import_mappings.institutionId': async (institutionId) =>
    (await db()).insert(schema.importMappings).values({ institutionId, heading: 'Ad', field: 'firstName' }),
  'imports.institutionId': async (institutionId, fileName) =>
    (await db()).insert(schema.imports).values({
      ...{ eventId: made.national.id, institutionId, fileName, counts: {} },
      ...{ importedAt: AT, importedBy: made.organizer.personId },
    }),
  'jurors.organizationId': async (organizationId, n) =>
    (await db()).insert(schema.jurors).values({
      ...{
        eventId: made.national.id,
        organizationId,
        office: 'Rector',
        position: Number(n) + 1,
        seatedAt: AT,
      },
    }),
  'meeting_organizations.organizationId': async (organizationId) => {
    const [meeting] = await (await db()).select().from(schema.meetings)
    const [other] = meeting
      ? [meeting]
      : await (await db()).insert(schema.meetings).values({ heldOn: '2018-05-27', city: 'Baku' }).returning()
    await (await db())
      .insert(schema.meetingOrganizations)
      .values({ meetingId: other?.id ?? '', organizationId, position: 1 })
  },
  'offices.organizationId': async (organizationId) =>
    (await db())
      .insert(schema.offices)
      .values({ personId: made.organizer.personId, organizationId, title: 'Dean' }),
  'organization_aliases.organizationId': async (organizationId) =>
    (await db()).insert(schema.organizationAliases).values({ organizationId, name: 'ADNSU', language: 'az' }),
  'organization_domains.organizationId': async (organizationId, n) =>
    (await db()).insert(schema.organizationDomains).values({ organizationId, domain: `u${n}.example` }),
  'organization_parents.organizationId': async (organizationId) =>
    (await db())
      .insert(schema.organizationParents)
      .values({ organizationId, parentId: third, since: '2015-01-01' }),
  'organization_parents.parentId': async (parentId, n) =>
    (await db()).insert(schema.organizationParents).values({
      organizationId: (await makeOrganization(`part-${n}`)).id,
      parentId,
    }),
  'partnerships.organizationId': async (organizationId) =>
    (await db())
      .insert(schema.partnerships)
      .values({ eventId: made.national.id, organizationId, role: 'venue', position: 1 }),
  'registrations.institutionId': async (institutionId) =>
    (await db()).insert(schema.registrations).values({
      ...{ personId: (await makePerson('Student')).id, eventId: made.national.id, institutionId },
      registeredAt: AT,
    }),
  'role_grants.organizationId': async (organizationId) =>
    (await db()).insert(schema.roleGrants).values({
      ...{ personId: made.stranger.personId, role: 'organization-partner', organizationId, grantedAt: AT },
    }),
  'teams.institutionId': async (institutionId, name) =>
    (await db()).insert(schema.teams).values({
      ...{
        eventId: made.national.id,
        slug: name,
        name,
        nameKey: name,
        institutionId,
        seats: 5,
        createdAt: AT,
      },
    }),
}

/** Every row of what points to organizations, and the organizations themselves. */
async function everything() {
  const tables = new Set<PgTable>([schema.organizations, ...REFERENCES.map(({ table }) => table)])
  const found: Record<string, string[]> = {}
  for (const table of tables)
    found[getTableName(table)] = (await (await db()).select().from(table))
      .map((row) => JSON.stringify(row))
      .sort()
  return found
}

test('every column that points to an organization is known here and tells its rows apart', () => {
  expect(REFERENCES.map(({ name }) => name).sort()).toEqual(Object.keys(POINT).sort())
  expect(REFERENCES.filter(({ key }) => Object.keys(key).length === 0)).toEqual([])
})

test.each(['moves', 'stands beside one of its own'])(
  'each row %s and is there again after the undo',
  async (how) => {
    for (const point of Object.values(POINT)) await point(twin, '1')
    if (how !== 'moves') {
      for (const point of Object.values(POINT)) await point(kept, '2')
    }
    const before = await everything()
    const plan = await done(planMerge(admin, pair()))
    expect(plan.moves.map(({ name }) => name).sort()).toEqual(Object.keys(POINT).sort())
    expect(await everything()).toEqual(before)
    const { merge } = await done(mergeOrganizations(admin, pair()))
    expect(await countReferences(twin)).toEqual([])
    const [row] = await (await db()).select().from(schema.organizationMerges)
    expect(row).toMatchObject({ id: merge, mergedId: twin, intoId: kept, undoneAt: null })
    expect(await done(undoMerge(admin, { edition: made.edition.id, merge }))).toEqual({ organization: twin })
    expect(await everything()).toEqual(before)
  },
)

test('its names become other names of the one that stays', async () => {
  await done(mergeOrganizations(admin, pair()))
  const names = await (await db()).select().from(schema.organizationAliases)
  expect(names).toEqual([{ organizationId: kept, name: 'ASOIU', language: null }])
})

test('a part merged into its whole is no part of itself', async () => {
  const link = { organizationId: twin, parentId: kept, since: '2015-09-15' }
  await (await db()).insert(schema.organizationParents).values(link)
  const { merge } = await done(mergeOrganizations(admin, pair()))
  expect(await (await db()).select().from(schema.organizationParents)).toEqual([])
  await done(undoMerge(admin, { edition: made.edition.id, merge }))
  expect(await (await db()).select().from(schema.organizationParents)).toMatchObject([link])
})

test('what is changed after a merge stays so when it is taken back', async () => {
  await POINT['registrations.institutionId']?.(twin, '1')
  const { merge } = await done(mergeOrganizations(admin, pair()))
  await (await db()).update(schema.registrations).set({ institutionId: third })
  await done(undoMerge(admin, { edition: made.edition.id, merge }))
  expect(await (await db()).select().from(schema.registrations)).toMatchObject([{ institutionId: third }])
})

test('what cannot be is refused by name, and nothing is changed', async () => {
  const link = (organizationId: string, parentId: string) => ({ organizationId, parentId })
  await (await db()).insert(schema.organizationParents).values([link(twin, third), link(third, kept)])
  const before = await everything()
  const { edition } = pair()
  expect([
    codeOf(await mergeOrganizations(admin, pair())),
    codeOf(await mergeOrganizations(admin, { ...pair(), into: twin })),
    codeOf(await mergeOrganizations(admin, { ...pair(), into: 'nowhere' })),
    codeOf(await undoMerge(admin, { edition, merge: twin })),
    codeOf(await mergeOrganizations(made.organizer, pair())),
  ]).toEqual(['organization-circle', 'merge-itself', 'not-found', 'not-found', 'not-found'])
  expect(await everything()).toEqual(before)
})

test('merges are taken back in turn, each once', async () => {
  const { edition } = pair()
  const first = await done(mergeOrganizations(admin, pair()))
  const second = await done(mergeOrganizations(admin, { edition, merged: kept, into: third }))
  const outcomes = []
  for (const { merge } of [first, second, first, first])
    outcomes.push(codeOf(await undoMerge(admin, { edition, merge })))
  expect(outcomes).toEqual([
    'merge-undo-first',
    { organization: kept },
    { organization: twin },
    'merge-undone',
  ])
})

test('two who merge the same at once: one does', async () => {
  const both = await Promise.all([
    mergeOrganizations(admin, pair()),
    mergeOrganizations(admin, { ...pair(), into: third }),
  ])
  expect(both.filter(isRefusal)).toHaveLength(1)
})
