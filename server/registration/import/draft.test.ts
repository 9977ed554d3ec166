import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makeOrganization } from '@/db/factories'
import { importDraftLists, importDrafts } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { done } from '../../registration/testing'
import { makeEdition } from '../../testing'
import { changeList, DRAFT_LIMITS, dropDraft, findDraft, keepDraft, sweepDrafts } from './draft'
import type { GivenList } from './given-list'

testDatabase()
afterEach(() => void vi.useRealTimers())

const AT = new Date('2018-05-10T08:00:00Z')
const HOUR = 3_600_000
const list = (name: string): GivenList => ({ name, bytes: new Uint8Array([0xef, 0xbb, 0xbf, 0, 255, 10]) })

let made: Awaited<ReturnType<typeof makeEdition>>
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT })
  made = await makeEdition()
})
const keep = (...names: string[]) => done(keepDraft(made.organizer, made.national.id, names.map(list)))
const found = (id: string) => findDraft(made.organizer, made.national.id, id)

test('a draft is found as it was kept, by who kept it and for its event alone', async () => {
  const { id: institution } = await makeOrganization('ada')
  const said: GivenList = {
    ...list('ada.csv'),
    ...{
      institution,
      encoding: 'windows-1254',
      separator: ';',
      sheet: 'Siyahı',
      columns: ['firstName', null, 'email'],
    },
    ...{ corrections: { 3: { email: 'a@ada.example' } }, leftOut: [4, 9] },
  }
  const lists = [list('ufaz.tsv'), said]
  const draft = await done(keepDraft(made.organizer, made.national.id, lists))
  const again = await found(draft.id)
  expect(again).toMatchObject({ id: draft.id, owner: made.organizer.personId, event: made.national.id })
  expect(again?.lists.map(({ bytes, ...rest }) => ({ ...rest, bytes: [...bytes] }))).toEqual([
    { name: 'ufaz.tsv', bytes: [0xef, 0xbb, 0xbf, 0, 255, 10], corrections: {}, leftOut: [], position: 0 },
    { ...said, bytes: [0xef, 0xbb, 0xbf, 0, 255, 10], position: 1 },
  ])
  expect([
    await findDraft(made.neighbour, made.national.id, draft.id),
    await findDraft(made.organizer, made.elsewhere.id, draft.id),
    await found('no id'),
  ]).toEqual([null, null, null])
})

test('two changes at once both hold', async () => {
  const draft = await keep('a.csv', 'b.csv')
  await Promise.all(
    [2, 3, 4, 5].map((line) =>
      changeList(draft, 1, (given) => ({
        ...given,
        corrections: { ...given.corrections, [line]: { team: `T${line}` } },
      })),
    ),
  )
  expect((await found(draft.id))?.lists[1]?.corrections).toEqual({
    ...{ 2: { team: 'T2' }, 3: { team: 'T3' } },
    ...{ 4: { team: 'T4' }, 5: { team: 'T5' } },
  })
})

test('a list taken out meanwhile moves no change to another', async () => {
  const draft = await keep('a.csv', 'b.csv', 'c.csv')
  await changeList(draft, 0, () => null)
  const changed = await changeList(draft, 1, (given) => ({ ...given, leftOut: [7] }))
  expect(changed?.lists.map(({ name, leftOut }) => ({ name, leftOut }))).toEqual([
    { name: 'b.csv', leftOut: [7] },
    { name: 'c.csv', leftOut: [] },
  ])
  const said = (lists: readonly GivenList[] | undefined) => lists?.map(({ bytes: _, ...rest }) => rest)
  expect(said((await found(draft.id))?.lists)).toEqual(said(changed?.lists))
})

test('an institution that is none is not kept', async () => {
  const draft = await keep('a.csv')
  for (const institution of ['x', made.national.id]) {
    const changed = await changeList(draft, 0, (given) => ({ ...given, institution }))
    expect(changed?.lists[0]?.institution).toBeUndefined()
  }
})

test('four hours after the last touch it is forgotten, with its files', async () => {
  const draft = await keep('a.csv')
  vi.setSystemTime(new Date(AT.getTime() + 3 * HOUR))
  await changeList(draft, 0, (given) => ({ ...given, leftOut: [2] }))
  vi.setSystemTime(new Date(AT.getTime() + 7 * HOUR))
  expect(await found(draft.id)).not.toBeNull()
  vi.setSystemTime(new Date(AT.getTime() + 7 * HOUR + 1))
  expect(await found(draft.id)).toBeNull()
  await sweepDrafts()
  expect(await (await db()).select().from(importDraftLists)).toEqual([])
  expect(await changeList(draft, 0, (given) => given)).toBeNull()
})

test('keeping one forgets those that are over, whoever kept them, and the oldest of too many', async () => {
  await done(keepDraft(made.neighbour, made.elsewhere.id, [list('over.csv')]))
  vi.setSystemTime(new Date(AT.getTime() + 5 * HOUR))
  const theirs = await done(keepDraft(made.neighbour, made.elsewhere.id, [list('theirs.csv')]))
  const own = []
  for (let number = 0; number < DRAFT_LIMITS.ofOnePerson + 2; number++) {
    vi.setSystemTime(new Date(AT.getTime() + 5 * HOUR + number))
    own.push((await keep('a.csv')).id)
  }
  const left = await (await db()).select({ id: importDrafts.id }).from(importDrafts)
  expect(left.map(({ id }) => id).sort()).toEqual([theirs.id, ...own.slice(2)].sort())
})

test('too many lists and too much of them are refused', async () => {
  const { lists, bytes } = DRAFT_LIMITS
  const many = Array.from({ length: lists + 1 }, (_, at) => list(`${at}.csv`))
  expect(await keepDraft(made.organizer, made.national.id, many)).toMatchObject({ code: 'list-many' })
  const large = { name: 'large.csv', bytes: new Uint8Array(bytes + 1) }
  expect(await keepDraft(made.organizer, made.national.id, [large])).toMatchObject({ code: 'lists-large' })
})

test('what is dropped is gone', async () => {
  const draft = await keep('a.csv')
  await dropDraft(draft)
  expect(await found(draft.id)).toBeNull()
})
