import { count } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makeOrganization } from '@/db/factories'
import { importDrafts, imports, organizationDomains, persons, registrations } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { DURING_REGISTRATION, done, makeOpenEvent } from '../../registration/testing'
import { findDraft, keepDraft } from './draft'
import { importDraft } from './import-draft'
import { importProgress, tellProgress } from './progress'
import { type Progress, runImport } from './run-import'

testDatabase()
afterEach(() => void vi.useRealTimers())

let made: Awaited<ReturnType<typeof makeOpenEvent>>
let institution = ''
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION })
  made = await makeOpenEvent()
  institution = (await makeOrganization('ada')).id
  await (await db())
    .insert(organizationDomains)
    .values({ organizationId: institution, domain: 'ada.example' })
})

const listOf = (rows: number) => ({
  name: 'ada.csv',
  bytes: new TextEncoder().encode(
    `Name,Email,Team\n${Array.from({ length: rows }, (_, at) => `A B${at},a${at}@ada.example,T${Math.floor(at / 5)}x`).join('\n')}`,
  ),
})
const keep = (rows: number) => done(keepDraft(made.organizer, made.event, [listOf(rows)]))
const rowsIn = async (table: typeof registrations | typeof imports | typeof importDrafts) =>
  (await (await db()).select({ rows: count() }).from(table))[0]?.rows

test('two presses on one draft import once, and both are told so', async () => {
  const { id: draft } = await keep(12)
  const press = () => importDraft(made.organizer, { event: made.event, draft })
  const [first, second] = await Promise.all([press(), press()])
  expect(first).toMatchObject({ figures: { create: 12 } })
  expect(second).toEqual(first)
  expect(await press()).toMatchObject({ code: 'list-draft-gone' })
  expect([await rowsIn(registrations), await rowsIn(imports), await rowsIn(importDrafts)]).toEqual([12, 1, 0])
})

test('two processes with one draft import it once', async () => {
  const { id: draft, lists } = await keep(12)
  const press = () => runImport(made.organizer, { event: made.event, lists }, { draft })
  const outcomes = await Promise.all([press(), press()])
  expect(outcomes.filter(isRefusal)).toMatchObject([{ code: 'list-draft-gone' }])
  expect([await rowsIn(registrations), await rowsIn(imports)]).toEqual([12, 1])
})

test('a draft whose import is refused stays', async () => {
  const lists = [listOf(3), { name: 'empty.csv', bytes: new Uint8Array() }]
  const { id: draft } = await done(keepDraft(made.organizer, made.event, lists))
  expect(await importDraft(made.organizer, { event: made.event, draft })).toMatchObject({
    code: 'list-empty',
  })
  expect(await findDraft(made.organizer, made.event, draft)).not.toBeNull()
  for (const actor of [made.neighbour, made.stranger])
    expect(await importDraft(actor, { event: made.event, draft })).toMatchObject({ code: 'list-draft-gone' })
})

test('a long list is read in a thread, written in parts, and told from step to step; its import again changes nothing', async () => {
  const rows = 9_000
  const told: Progress[] = []
  const input = { event: made.event, lists: [listOf(rows)] }
  const first = await done(runImport(made.organizer, input, { tell: (progress) => told.push(progress) }))
  expect(first.figures).toMatchObject({ rows, create: rows, error: 0 })
  expect(told.slice(0, 3)).toEqual([
    { step: 'reading' },
    { step: 'planning' },
    { step: 'writing', done: 0, of: 10_800 },
  ])
  expect(told.at(-1)).toEqual({ step: 'writing', done: 10_800, of: 10_800 })
  expect(told.length).toBeGreaterThan(6)
  expect(await rowsIn(registrations)).toBe(rows)
  const again = await done(runImport(made.organizer, input))
  expect(again.figures).toMatchObject({ create: 0, update: 0, unchanged: rows })
})

test('how far an import is, is told to who asked for it alone', async () => {
  const asked = { event: made.event, draft: 'a draft' }
  const progress = { step: 'writing', done: 5, of: 10 } as const
  tellProgress(made.organizer.personId, made.event, 'a draft', progress)
  expect(importProgress(made.organizer, asked)).toEqual(progress)
  for (const refused of [
    importProgress(made.neighbour, asked),
    importProgress(made.organizer, { ...asked, event: made.elsewhere.id }),
    importProgress(made.organizer, { ...asked, draft: 'another' }),
  ])
    expect(refused).toMatchObject({ code: 'not-found' })
  tellProgress(made.organizer.personId, made.event, 'a draft', null)
  expect(importProgress(made.organizer, asked)).toMatchObject({ code: 'not-found' })
})

test('somebody known by the address is registered as who they are, and only what a list says is changed', async () => {
  const { makePerson } = await import('@/db/factories')
  const known = await makePerson('Known', 'Person', 'a0@ada.example')
  await done(runImport(made.organizer, { event: made.event, lists: [listOf(2)] }))
  const rows = await (await db()).select().from(registrations)
  expect(rows.map(({ personId }) => personId)).toContain(known.id)
  const csv = 'First name,Last name,Email,Programme,Year\nAyla,,a1@ada.example,Geology,2\n,,a0@ada.example,,'
  const changed = { name: 'more.csv', bytes: new TextEncoder().encode(csv.replace('\n,,', '\nKnown,,')) }
  const second = await done(runImport(made.organizer, { event: made.event, lists: [changed] }))
  expect(second.figures).toMatchObject({ update: 1, unchanged: 1 })
  const people = await (await db())
    .select({ given: persons.givenName, family: persons.familyName, id: persons.id })
    .from(persons)
  expect(people.find(({ id }) => id === known.id)).toMatchObject({ given: 'Known', family: 'Person' })
  expect(people.find(({ given }) => given === 'Ayla')).toMatchObject({ family: 'B1' })
})
