import { readFileSync } from 'node:fs'
import { count, eq, isNull, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import {
  boardCards,
  checkIns,
  checkInTaps,
  conflicts,
  events,
  guardianConsents,
  importMappings,
  organizations,
  personEmails,
  persons,
  registrations,
  teamMembers,
  teams,
} from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { Refusal } from '@/domain/refusal'
import { isRefusal } from '@/domain/refusal'
import { advancePhase } from '../../events/advance-phase'
import { eventCounts } from '../../events/queries'
import { seatJuror } from '../../judging/seat-juror'
import { createOrganization } from '../../organizations/create-organization'
import { makeEdition } from '../../testing'
import { checkImport, type GivenList } from './check-import'
import { planImport } from './plan-import'
import { runImport } from './run-import'
import { undoImport, undoImports } from './undo-import'

testDatabase()

const SEED = 'db/seed/azerbaijan-2018'
const FILES = [
  'ada-university.csv',
  'baku-higher-oil-school.csv',
  'national-aviation-academy.csv',
  'state-oil-and-industry-university.xlsx',
  'ufaz.tsv',
]
const CORRECTIONS: Record<string, GivenList['corrections']> = {
  'national-aviation-academy.csv': { 6: { email: 'togrul.tagiyev@naa.example' } },
  'ufaz.tsv': { 9: { email: 'tural.veliyev@ufaz.example' } },
}
const expected = JSON.parse(readFileSync(`${SEED}/expected.json`, 'utf8'))

const list = (name: string, corrected = false): GivenList => ({
  name,
  bytes: new Uint8Array(readFileSync(`${SEED}/${name}`)),
  corrections: corrected ? CORRECTIONS[name] : undefined,
})

const sure = <T>(outcome: T | Refusal): T => {
  if (isRefusal(outcome)) throw new Error(outcome.code)
  return outcome
}

let made: Awaited<ReturnType<typeof makeEdition>>

beforeEach(async () => {
  made = await makeEdition()
  const { organizer, national } = made
  const add = async (slug: string, parent?: string) =>
    sure(
      await createOrganization(organizer, {
        ...{ event: national.id, slug, name: slug, kind: 'university', parent },
        domains: [`${slug}.example`],
      }),
    ).organization
  const asoiu = await add('asoiu')
  for (const slug of ['ada', 'bhos', 'naa']) await add(slug)
  await add('ufaz', asoiu)
  await advancePhase(organizer, { event: national.id, to: 'registration' })
})

const importing = (lists: GivenList[]) => ({ event: made.national.id, lists })
const size = async (table: typeof persons | typeof teams | typeof registrations) =>
  (await (await db()).select({ rows: count() }).from(table))[0]?.rows

test('a dry run gives the figures by line and writes nothing', async () => {
  const before = await size(persons)
  const { plan } = sure(await planImport(made.organizer, importing(FILES.map((name) => list(name)))))
  for (const { name, figures, lines } of plan.lists) {
    const wanted = expected[name]
    expect({ name, rows: figures.rows, create: figures.create }).toEqual({
      name,
      rows: wanted.rows,
      create: wanted.create,
    })
    const at = (outcome: string) => lines.filter((line) => line.outcome === outcome).map(({ line }) => line)
    expect(at('duplicate')).toEqual(wanted.duplicate)
    expect(at('error')).toEqual(wanted.error.map(({ line }: { line: number }) => line))
  }
  expect(plan.figures.create).toBe(expected._total.clean)
  expect([await size(persons), await size(registrations)]).toEqual([before, 0])
})

test.each([
  ['together', [FILES]],
  ['one after the other', FILES.map((name) => [name])],
  ['with UFAZ first', [...FILES].reverse().map((name) => [name])],
])('the five lists, %s and then corrected, give 105 students in 24 teams', async (_, batches) => {
  for (const names of batches)
    sure(await runImport(made.organizer, importing(names.map((name) => list(name)))))
  expect(await size(registrations)).toBe(expected._total.clean)
  const corrected = sure(await runImport(made.organizer, importing(FILES.map((name) => list(name, true)))))
  expect(corrected.figures).toMatchObject({ create: 2, update: 0, error: 0 })
  expect(await eventCounts(made.national.id, '2018-05-25')).toEqual({
    students: 105,
    teams: 24,
    institutions: { roots: 4, named: 5 },
    jurors: 0,
  })
  const sizes = await (await db())
    .select({ members: count() })
    .from(teamMembers)
    .where(isNull(teamMembers.leftAt))
    .groupBy(teamMembers.teamId)
  expect(sizes.map(({ members }) => members).sort()).toEqual(expected._total.teamSizes)
  const again = sure(await runImport(made.organizer, importing(FILES.map((name) => list(name, true)))))
  expect(again.figures).toMatchObject({ create: 0, update: 0, unchanged: 105 })
})

test('the first listed member is captain until one claims it', async () => {
  sure(await runImport(made.organizer, importing([list('ada-university.csv')])))
  const captains = await (await db())
    .select({ team: teams.name, givenName: persons.givenName, provisional: teamMembers.provisional })
    .from(teamMembers)
    .innerJoin(teams, eq(teams.id, teamMembers.teamId))
    .innerJoin(persons, eq(persons.id, teamMembers.personId))
    .where(eq(teamMembers.role, 'captain'))
  expect(captains.find(({ team }) => team === 'Xəzər Sat')).toEqual({
    team: 'Xəzər Sat',
    givenName: 'Tural',
    provisional: true,
  })
  expect(captains).toHaveLength(6)
})

test('the same lists imported twice at once create nobody twice', async () => {
  const twice = [1, 2].map(() => runImport(made.organizer, importing(FILES.map((name) => list(name)))))
  const figures = (await Promise.all(twice)).map((outcome) => sure(outcome).figures.create)
  expect(figures.sort((a, b) => a - b)).toEqual([0, 103])
  expect(await size(registrations)).toBe(103)
})

test('an undo takes back exactly what its import did', async () => {
  const before = await size(persons)
  const first = sure(await runImport(made.organizer, importing([list('ada-university.csv')])))
  const second = sure(await runImport(made.organizer, importing([list('baku-higher-oil-school.csv')])))
  const undo = (of: typeof first) => undoImport(made.organizer, { import: of.imports[0]?.id ?? '' })
  // Göy Qurşağı was made by the first list and has a member of the second, so it stays.
  expect(await undo(first)).toEqual({ people: 24, teams: 5 })
  expect(await size(registrations)).toBe(22)
  expect(await undo(first)).toMatchObject({ code: 'undo-done' })
  expect(await undo(second)).toEqual({ people: 22, teams: 5 })
  expect([await size(persons), await size(registrations)]).toEqual([before, 0])
})

test('the places an undone import had go to who waits', async () => {
  const done = sure(
    await runImport(made.organizer, { event: made.national.id, lists: [list('ada-university.csv')] }),
  )
  await (await db()).update(events).set({ capacity: 24 }).where(eq(events.id, made.national.id))
  const waiting = await makePerson('Waiting', '', 'waiting@people.example')
  await (await db()).insert(registrations).values({
    personId: waiting.id,
    eventId: made.national.id,
    state: 'waitlisted',
    registeredAt: new Date(),
  })
  sure(await undoImport(made.organizer, { import: done.imports[0]?.id ?? '' }))
  const left = await (await db())
    .select({ person: registrations.personId, state: registrations.state })
    .from(registrations)
    .where(eq(registrations.eventId, made.national.id))
  expect(left).toEqual([{ person: waiting.id, state: 'registered' }])
})

test('an undo takes back the teams a seated jury is already in conflict with', async () => {
  const database = await db()
  const [ada] = await database.select().from(organizations).where(eq(organizations.slug, 'ada'))
  const seat = { event: made.national.id, office: 'Rector of ADA', organization: ada?.id, president: true }
  sure(await seatJuror(made.organizer, seat))
  const done = sure(await runImport(made.organizer, importing([list('ada-university.csv')])))
  expect((await database.select().from(conflicts)).length).toBe(6)
  expect(await undoImport(made.organizer, { import: done.imports[0]?.id ?? '' })).toEqual({
    people: 24,
    teams: 6,
  })
  expect(await database.select().from(conflicts)).toEqual([])
})

const AT = new Date('2018-05-20T10:00:00Z')
/** What may hold on to somebody a list brought, by what they or a helper did since. */
const DEEDS: Record<string, (registrationId: string, personId: string) => Promise<unknown>> = {
  'the registration is confirmed': async (id) =>
    (await db()).update(registrations).set({ confirmedAt: AT }).where(eq(registrations.id, id)),
  'somebody signed in': async (_, personId) =>
    (await db()).update(personEmails).set({ confirmedAt: AT }).where(eq(personEmails.personId, personId)),
  guardian_consents: async (registrationId) =>
    (await db())
      .insert(guardianConsents)
      .values({ registrationId, name: 'A', email: 'a@x.example', linkHash: 'a', askedAt: AT }),
  board_cards: async (registrationId) =>
    (await db()).insert(boardCards).values({ registrationId, skills: [], languages: [], listedAt: AT }),
  check_ins: async (registrationId) =>
    (await db()).insert(checkIns).values({ registrationId, at: AT, by: made.organizer.personId }),
  check_in_taps: async (registrationId) =>
    (await db()).insert(checkInTaps).values({
      ...{ id: crypto.randomUUID(), registrationId, present: true, at: AT, receivedAt: AT },
      by: made.organizer.personId,
    }),
}

test('whatever holds a registration is a deed the undo asks about', async () => {
  const { rows } = await (await db()).execute<{ name: string }>(
    sql`select distinct conrelid::regclass::text as name from pg_constraint
        where contype = 'f' and confrelid = 'registrations'::regclass order by 1`,
  )
  expect(Object.keys(DEEDS).filter((deed) => !deed.includes(' '))).toEqual(
    expect.arrayContaining(rows.map(({ name }) => name)),
  )
})

test.each(Object.entries(DEEDS))('an undo is refused once somebody has built on it: %s', async (_, act) => {
  const done = sure(await runImport(made.organizer, importing([list('ada-university.csv')])))
  const [one] = await (await db()).select().from(registrations).limit(1)
  await act(one?.id ?? '', one?.personId ?? '')
  const outcome = await undoImport(made.organizer, { import: done.imports[0]?.id ?? '' })
  expect(outcome).toMatchObject({ code: 'undo-built-on', values: { count: 1 } })
  expect(await size(registrations)).toBe(24)
})

test('several imports are undone together or not at all', async () => {
  const before = await size(persons)
  const done = sure(await runImport(made.organizer, importing(FILES.map((name) => list(name)))))
  const ids = done.imports.map(({ id }) => id)
  await (await db()).update(registrations).set({ confirmedAt: new Date() }).where(isLast)
  expect(await undoImports(made.organizer, { imports: ids })).toMatchObject({ code: 'undo-built-on' })
  expect(await size(registrations)).toBe(103)
  await (await db()).update(registrations).set({ confirmedAt: null })
  expect(sure(await undoImports(made.organizer, { imports: ids }))).toEqual({ people: 103, teams: 24 })
  expect([await size(persons), await size(registrations), await size(teams)]).toEqual([before, 0, 0])
})

const isLast = sql`${registrations.id} = (select max(id::text)::uuid from registrations)`

test('a list that cannot be read does not hide the others', async () => {
  const lists = [list('ada-university.csv'), { name: 'empty.csv', bytes: new Uint8Array() }]
  const checked = sure(await checkImport(made.organizer, importing(lists)))
  expect(checked.lists.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'list-empty'])
  expect(checked.plan.figures.create).toBe(24)
  expect(await runImport(made.organizer, importing(lists))).toMatchObject({ code: 'list-empty' })
  expect(await size(registrations)).toBe(0)
})

const csv = (name: string, text: string, said: Partial<GivenList> = {}): GivenList => ({
  ...{ name, bytes: new TextEncoder().encode(text) },
  ...said,
})
const checkedOne = async (given: GivenList) =>
  sure(await checkImport(made.organizer, importing([given]))).lists[0]
const idOf = async (slug: string) =>
  (await (await db()).select().from(organizations).where(eq(organizations.slug, slug)))[0]?.id ?? ''

test('columns said by hand are remembered for the institution’s next list, and for no other', async () => {
  const text = 'Ad;Əlaqə;Qrup;Komanda\nAnar Əliyev;a@ada.example;Ulduz;x'
  const columns = ['fullName', 'email', 'team', null] as const
  const before = await checkedOne(csv('ada.csv', text))
  const refused = { code: 'list-columns-missing', values: { missing: 'email' } }
  expect(before).toMatchObject({ refusal: refused, remembered: null })
  sure(await runImport(made.organizer, importing([csv('ada.csv', text, { columns })])))

  const next = 'Komanda;Ad;Qrup;Əlaqə;Kurs\nx;Leyla Əliyeva;Ulduz;l@ada.example;2'
  expect(await checkedOne(csv('next.csv', next))).toMatchObject({
    ...{ institution: await idOf('ada'), remembered: await idOf('ada'), refusal: null, byHand: false },
    table: { columns: [null, 'fullName', 'team', 'email', 'year'] },
  })
  const { plan } = sure(await checkImport(made.organizer, importing([csv('next.csv', next)])))
  expect(plan.lists[0]?.lines[0]).toMatchObject({
    student: { email: 'l@ada.example', team: { name: 'Ulduz' } },
  })
  const theirs = 'Komanda;Ad;Qrup;E-poçt\nx;Leyla;Ulduz;l@naa.example'
  expect(await checkedOne(csv('naa.csv', theirs))).toMatchObject({
    ...{ institution: await idOf('naa'), remembered: null },
    table: { columns: ['team', 'fullName', null, 'email'] },
  })
})

test('a column that was left out once is read where no other holds the address', async () => {
  const text = 'Name;Email;Address\nA B;old@x.example;a@ada.example'
  const columns = ['fullName', null, 'email'] as const
  sure(await runImport(made.organizer, importing([csv('a.csv', text, { columns })])))
  expect(await checkedOne(csv('next.csv', 'Name;Email\nC D;c@ada.example'))).toMatchObject({
    ...{ institution: await idOf('ada'), remembered: null, refusal: null },
    table: { columns: ['fullName', 'email'] },
  })
})

test('what is said by hand again takes the place of what was remembered', async () => {
  const text = 'Name;Email;Team;Room\nA B;a@ada.example;Ulduz;Otaq'
  const columns = ['fullName', 'email', null, 'team'] as const
  sure(await runImport(made.organizer, importing([csv('a.csv', text, { columns })])))
  expect((await checkedOne(csv('a.csv', text)))?.table?.columns).toEqual(columns)
  const anew = csv('a.csv', text, { columns: ['fullName', 'email', 'team', null] })
  expect(await checkedOne(anew)).toMatchObject({ byHand: true, remembered: null })
  sure(await runImport(made.organizer, importing([anew])))
  expect(await checkedOne(csv('a.csv', text))).toMatchObject({
    ...{ byHand: false, remembered: null },
    table: { columns: ['fullName', 'email', 'team', null] },
  })
})

test('nothing is remembered of an import that was refused, or of what the headings say themselves', async () => {
  const text = 'Name;Email\nA B;a@ada.example'
  sure(await runImport(made.organizer, importing([csv('a.csv', text, { columns: ['fullName', 'email'] })])))
  const other = csv('b.csv', text, { columns: ['lastName', 'email'] })
  expect(await runImport(made.organizer, importing([other, csv('empty.csv', '')]))).toMatchObject({
    code: 'list-empty',
  })
  expect(await (await db()).select().from(importMappings)).toEqual([])
})

test('a list that is nobody’s by its addresses is proposed by its name, and waits', async () => {
  const text = 'Name,Email\nA B,a@mail.example'
  expect(await checkedOne(csv('UFAZ students 2018.csv', text))).toMatchObject({
    ...{ institution: null, refusal: { code: 'list-whose' } },
    proposed: [{ id: await idOf('ufaz'), name: 'ufaz' }],
  })
  expect(await checkedOne(csv('students.csv', text))).toMatchObject({ proposed: [] })
  const said = csv('ufaz.csv', text, { institution: await idOf('naa') })
  expect(await checkedOne(said)).toMatchObject({ institution: await idOf('naa'), proposed: [] })
})

test('nobody else imports, plans or undoes', async () => {
  const done = sure(await runImport(made.organizer, importing([list('ada-university.csv')])))
  for (const actor of [made.neighbour, made.stranger]) {
    const given = importing([list('ufaz.tsv')])
    expect(await planImport(actor, given)).toMatchObject({ code: 'not-found' })
    expect(await runImport(actor, given)).toMatchObject({ code: 'not-found' })
    expect(await undoImport(actor, { import: done.imports[0]?.id ?? '' })).toMatchObject({
      code: 'not-found',
    })
  }
  expect(await size(registrations)).toBe(24)
})

test('a list for an institution that is none waits until it is said whose it is', async () => {
  for (const institution of ['x', '01890000-0000-7000-8000-000000000000', made.national.id]) {
    const { lists, plan } = sure(
      await checkImport(made.organizer, importing([{ ...list(FILES[0] ?? ''), institution }])),
    )
    expect(lists[0]?.refusal).toMatchObject({ code: 'list-whose', field: 'institution' })
    expect(plan.lists).toEqual([])
  }
})
