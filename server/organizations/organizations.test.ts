import { beforeEach, expect, test } from 'vitest'
import { makeOrganization } from '@/db/factories'
import { testDatabase } from '@/db/testing'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { makeEdition } from '../testing'
import { addAlias } from './add-alias'
import { addDomain } from './add-domain'
import { editOrganization } from './edit-organization'
import { institutionsOfEvent } from './queries'
import { setParent } from './set-parent'

testDatabase()

let made: Awaited<ReturnType<typeof makeEdition>>
let asoiu: string
let ufaz: string

beforeEach(async () => {
  made = await makeEdition()
  asoiu = (await makeOrganization('asoiu')).id
  ufaz = (await makeOrganization('ufaz')).id
})

const of = (organization: string) => ({ event: made.national.id, organization })
const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome)

const described = async (id: string) => {
  const found = await institutionsOfEvent(made.organizer, made.national.id)
  if (isRefusal(found)) throw new Error(found.code)
  const { name, shortName, kind, aliases, domains, parent, root } =
    found.all.find((one) => one.id === id) ?? {}
  return { name, shortName, kind, aliases, domains, parent, root }
}

test('an organization is told with its other names, domains and what it is a part of', async () => {
  await editOrganization(made.organizer, { ...of(ufaz), name: ' UFAZ ', shortName: 'UFAZ', kind: 'school' })
  for (const alias of ['Université franco-azerbaïdjanaise', 'Université franco-azerbaïdjanaise'])
    await addAlias(made.organizer, { ...of(ufaz), alias })
  for (const domain of ['@UFAZ.example', 'ufaz.example'])
    await addDomain(made.organizer, { ...of(ufaz), domain })
  await setParent(made.organizer, { ...of(ufaz), parent: asoiu })
  expect(await described(ufaz)).toEqual({
    name: 'UFAZ',
    shortName: 'UFAZ',
    kind: 'school',
    aliases: ['Université franco-azerbaïdjanaise'],
    domains: ['ufaz.example'],
    parent: asoiu,
    root: asoiu,
  })
  await setParent(made.organizer, { ...of(ufaz), parent: null })
  expect(await described(ufaz)).toMatchObject({ parent: null, root: ufaz })
})

test('names are of a language, a parent has its days, and a ROR id is one organization’s', async () => {
  const { organizer } = made
  await addAlias(organizer, { ...of(ufaz), alias: 'Fransa–Azərbaycan Universiteti', language: 'az' })
  for (const until of ['2017-01-01', '2018-05-24'])
    await setParent(organizer, { ...of(ufaz), parent: asoiu, since: '2015-09-15', until })
  const edit = (organization: string, rorId?: string) =>
    editOrganization(organizer, { ...of(organization), name: 'UFAZ', kind: 'university', rorId })
  expect(await edit(ufaz, 'https://ror.org/042nb2s44')).toEqual({ organization: ufaz })
  expect(await edit(ufaz)).toEqual({ organization: ufaz })
  expect([
    codeOf(await edit(asoiu, '042nb2s44')),
    codeOf(await edit(asoiu, '042nb2s45')),
    codeOf(
      await setParent(organizer, { ...of(ufaz), parent: asoiu, since: '2019-01-01', until: '2018-01-01' }),
    ),
  ]).toEqual(['ror-taken', 'ror-malformed', 'parent-dates'])
  const found = await institutionsOfEvent(organizer, made.national.id)
  if (isRefusal(found)) throw new Error(found.code)
  expect(found.all.find(({ id }) => id === ufaz)).toMatchObject({
    rorId: '042nb2s44',
    names: [{ name: 'Fransa–Azərbaycan Universiteti', language: 'az' }],
    parents: [{ parentId: asoiu, since: '2015-09-15', until: '2018-05-24' }],
    parent: null,
    root: ufaz,
  })
})

test('what cannot be is refused by name', async () => {
  const { organizer } = made
  await setParent(organizer, { ...of(ufaz), parent: asoiu })
  await addDomain(organizer, { ...of(ufaz), domain: 'ufaz.example' })
  const outcomes = [
    await setParent(organizer, { ...of(asoiu), parent: ufaz }),
    await setParent(organizer, { ...of(asoiu), parent: asoiu }),
    await setParent(organizer, { ...of(asoiu), parent: 'nowhere' }),
    await addDomain(organizer, { ...of(asoiu), domain: 'ufaz.example' }),
    await addDomain(organizer, { ...of(asoiu), domain: 'ufaz' }),
    await addAlias(organizer, { ...of(asoiu), alias: '\u200b' }),
    await editOrganization(organizer, { ...of(asoiu), name: '—', kind: 'university' }),
  ]
  expect(outcomes.map(codeOf)).toEqual([
    'organization-circle',
    'organization-circle',
    'not-found',
    'domain-taken',
    'domain-malformed',
    'organization-unnamed',
    'organization-unnamed',
  ])
})

test('two halves of a circle cannot be closed at once', async () => {
  const both = await Promise.all([
    setParent(made.organizer, { ...of(ufaz), parent: asoiu }),
    setParent(made.organizer, { ...of(asoiu), parent: ufaz }),
  ])
  expect(both.filter(isRefusal)).toHaveLength(1)
})

test('nobody else changes an organization through this event', async () => {
  for (const actor of [made.neighbour, made.stranger]) {
    const outcomes: (Refusal | unknown)[] = [
      await editOrganization(actor, { ...of(ufaz), name: 'Mine', kind: 'company' }),
      await addAlias(actor, { ...of(ufaz), alias: 'Mine' }),
      await addDomain(actor, { ...of(ufaz), domain: 'mine.example' }),
      await setParent(actor, { ...of(ufaz), parent: asoiu }),
      await institutionsOfEvent(actor, made.national.id),
    ]
    expect(outcomes.map(codeOf)).toEqual(Array.from({ length: 5 }, () => 'not-found'))
  }
  expect(await described(ufaz)).toMatchObject({ name: 'ufaz', aliases: [], domains: [], parent: null })
})
