import { eq, getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { beforeEach, expect, test } from 'vitest'
import { database, db } from '@/db/client'
import { grant, makeOrganization, makePerson, makeRubric, putAtPhase } from '@/db/factories'
import * as schema from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { wallClock } from '@/domain/events/wall-clock'
import { isRefusal } from '@/domain/refusal'
import { readChain } from '../audit/verify-chain'
import { done } from '../registration/testing'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { cloneEvent } from './clone-event'
import type { EventCopy } from './plan-event-copy'

testDatabase()

const AT = new Date('2018-05-20T08:00:00Z')
const NAMES = ['Aysel', 'Xəzər Sat', 'aysel@people.example', 'Sealed by Aysel', 'A secret note']
type Made = Awaited<ReturnType<typeof makeEdition>>

let made: Made
let owner: Made['organizer']
let source: string

/** Every column of every table that points to an event, read off the tables. */
const POINTING = (Object.values(schema) as unknown[])
  .filter((value): value is PgTable => value instanceof PgTable)
  .flatMap((table) => {
    const columns = Object.entries(getTableColumns(table) as Record<string, PgColumn>)
    const own = getTableConfig(table)
      .foreignKeys.map((foreign) => foreign.reference())
      .filter(({ foreignTable }) => foreignTable === schema.events)
      .map(({ columns: [column] }) => column)
    return columns
      .filter(([property, column]) => own.includes(column as never) || property === 'eventId')
      .map(([property, column]) => ({ name: `${getTableName(table)}.${property}`, table, column }))
  })

/** What a copy does with each: a table that is added forces a decision here. */
const DECIDED: Readonly<Record<string, 'copied' | 'empty'>> = {
  'awards.eventId': 'copied',
  'criteria.eventId': 'copied',
  'partnerships.eventId': 'copied',
  'schedule_items.eventId': 'copied',
  'claims.eventId': 'empty',
  'consents.eventId': 'empty',
  'decisions.eventId': 'empty',
  'entries.eventId': 'empty',
  'event_phases.eventId': 'empty',
  'events.parentId': 'empty',
  'import_drafts.eventId': 'empty',
  'imports.eventId': 'empty',
  'jurors.eventId': 'empty',
  'meetings.eventId': 'empty',
  'merge_proposals.eventId': 'empty',
  'messages.eventId': 'empty',
  'outbox.eventId': 'empty',
  'pitch_draws.eventId': 'empty',
  'presences.eventId': 'empty',
  'promotions.fromEventId': 'empty',
  'promotions.toEventId': 'empty',
  'registrations.eventId': 'empty',
  'releases.eventId': 'empty',
  'reopenings.eventId': 'empty',
  'results.eventId': 'empty',
  'role_grants.eventId': 'empty',
  'stage_moves.eventId': 'empty',
  'team_members.eventId': 'empty',
  'teams.eventId': 'empty',
  'unsubscribes.eventId': 'empty',
}

/** What becomes of each of an event's own columns. */
const COLUMNS: Readonly<Record<string, 'kept' | 'moved' | 'given' | 'reset'>> = {
  ...{ id: 'given', editionId: 'given', parentId: 'given', slug: 'given', name: 'given', startsAt: 'given' },
  ...{ endsAt: 'moved', registrationOpensAt: 'moved', registrationClosesAt: 'moved' },
  ...{ submissionsDueAt: 'moved', rosterLocksAt: 'moved', scoringClosesAt: 'moved' },
  ...{ level: 'kept', country: 'kept', city: 'kept', venue: 'kept', hostEvent: 'kept', timeZone: 'kept' },
  ...{ latitude: 'kept', longitude: 'kept', teamMin: 'kept', teamMax: 'kept', capacity: 'kept' },
  ...{ pitchMinutes: 'kept', promotionSlots: 'kept', promotionCapPerRoot: 'kept', openness: 'kept' },
  retentionMonths: 'kept',
  ...{ firstInCountry: 'reset', exampleData: 'reset' },
}

beforeEach(async () => {
  made = await makeEdition()
  const person = await makePerson('Owner')
  await grant(person.id, 'competition-owner', made.competition.id)
  owner = await actorOf(person.id)
  source = made.national.id
})

const copy = (more: Partial<EventCopy> = {}): EventCopy => ({
  ...{ source, edition: made.edition.id, parent: made.international.id },
  ...{ slug: 'azerbaijan-again', name: 'Azerbaijan, again', startsAt: new Date('2027-05-28T05:00:00Z') },
  ...more,
})

const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome)
const insert = async <T extends PgTable>(table: T, values: T['$inferInsert'] | T['$inferInsert'][]) => {
  const rows = await database
    .insert(table)
    .values(values as never)
    .returning()
  // Of any table; those without a key of their own give an empty one.
  return (rows as unknown as { id: string }[])[0]?.id ?? ''
}

/** What an event is made of. */
async function furnish() {
  const [cnes, ada] = [await makeOrganization('cnes', 'CNES', 'agency'), await makeOrganization('ada')]
  await database
    .update(schema.events)
    .set({
      ...{
        venue: 'Hall of ADA',
        teamMin: 3,
        teamMax: 4,
        capacity: 120,
        pitchMinutes: 6,
        openness: 'winners',
      },
      ...{ promotionSlots: 2, promotionCapPerRoot: 1, retentionMonths: 18, firstInCountry: true },
      ...{
        exampleData: true,
        hostEvent: 'Space Week',
        registrationOpensAt: new Date('2018-04-30T20:00:00Z'),
      },
      ...{
        registrationClosesAt: new Date('2018-05-20T19:59:00Z'),
        rosterLocksAt: new Date('2018-05-25T07:00:00Z'),
      },
      ...{
        submissionsDueAt: new Date('2018-05-26T07:00:00Z'),
        scoringClosesAt: new Date('2018-05-26T13:30:00Z'),
      },
    })
    .where(eq(schema.events.id, source))
  const rubric = await makeRubric(source)
  await database.insert(schema.criterionLevels).values([
    { criterionId: rubric[1]?.id ?? '', value: 0, sentence: 'Nobody would pay.' },
    { criterionId: rubric[1]?.id ?? '', value: 8, sentence: 'The first customer has been asked.' },
  ])
  const prize = await insert(schema.awards, {
    eventId: source,
    kind: 'special',
    name: 'Prize of CNES',
    partnerId: cnes.id,
  })
  await insert(schema.criteria, {
    eventId: source,
    awardId: prize,
    kind: 'weighted',
    name: 'Use of data',
    position: 0,
    weight: 1,
  })
  await database.insert(schema.partnerships).values([
    { eventId: source, organizationId: ada.id, role: 'organizer', position: 1 },
    { eventId: source, organizationId: cnes.id, role: 'supporter', position: 2 },
  ])
  await database.insert(schema.scheduleItems).values([
    {
      eventId: source,
      kind: 'talk',
      title: 'Opening',
      place: 'Hall 1',
      startsAt: new Date('2018-05-25T05:00:00Z'),
      endsAt: new Date('2018-05-25T06:00:00Z'),
    },
    {
      eventId: source,
      kind: 'talk',
      title: 'Pitches',
      track: 'A',
      startsAt: new Date('2018-05-26T08:00:00Z'),
    },
  ])
  return { rubric, prize, cnes, ada }
}

/** People, what they did, what was said to them and of them: a row in each table that a copy leaves empty. */
async function fill({ rubric, prize, cnes, ada }: Awaited<ReturnType<typeof furnish>>) {
  const eventId = source
  const aysel = await makePerson('Aysel', 'Əliyeva', 'aysel@people.example')
  const by = aysel.id
  await putAtPhase(eventId, 'registration', 'in-progress', 'judging')
  await insert(schema.registrations, { personId: by, eventId, registeredAt: AT })
  await insert(schema.consents, { personId: by, eventId, purpose: 'publish-name', given: true, at: AT })
  const team = { eventId, slug: 'xezer-sat', name: 'Xəzər Sat', nameKey: 'xezersat', seats: 5, createdAt: AT }
  const teamId = await insert(schema.teams, team)
  await insert(schema.teamMembers, { teamId, eventId, personId: by, seat: 1, seats: 5, joinedAt: AT })
  const entryId = await insert(schema.entries, { teamId, eventId, enteredAt: AT })
  const seat = { eventId, personId: by, office: 'Rector', position: 1, seatedAt: AT }
  const jurorId = await insert(schema.jurors, seat)
  await insert(schema.assignments, { jurorId, entryId, assignedAt: AT })
  await insert(schema.marks, {
    ...{ id: crypto.randomUUID(), jurorId, entryId, criterionId: rubric[1]?.id ?? '', value: 7 },
    ...{ scaleMin: 0, scaleMax: 10, device: 'd', seq: 1, madeAt: AT, receivedAt: AT },
  })
  await insert(schema.decisions, {
    eventId,
    kind: 'gate-fail',
    reason: 'A secret note',
    decidedAt: AT,
    decidedBy: jurorId,
  } as never)
  await insert(schema.unsubscribes, { personId: by, eventId, at: AT })
  await insert(schema.awards, { eventId, kind: 'audience', name: 'Audience', entryId })
  await database.update(schema.awards).set({ entryId }).where(eq(schema.awards.id, prize))
  const note = 'Sealed by Aysel'
  const snapshot = {} as never
  const resultId = await insert(schema.results, {
    eventId,
    version: 1,
    snapshot,
    digest: 'a'.repeat(64),
    note,
    sealedAt: AT,
    sealedBy: by,
  })
  await insert(schema.releases, { eventId, slug: 'news', createdAt: AT })
  await insert(schema.promotions, {
    ...{ fromEventId: eventId, toEventId: made.international.id, resultId, slot: 1, state: 'offered' },
    ...{ teamEntryId: entryId, changedAt: AT },
  })
  await insert(schema.promotions, {
    fromEventId: made.elsewhere.id,
    toEventId: eventId,
    slot: 1,
    state: 'open',
    changedAt: AT,
  })
  await insert(schema.claims, {
    editionId: made.edition.id,
    eventId,
    metric: 'students',
    qualifier: 'exactly',
    value: 105,
    source: 'x',
  })
  await insert(schema.imports, {
    eventId,
    institutionId: ada.id,
    fileName: 'ada.csv',
    counts: {},
    importedAt: AT,
    importedBy: by,
  })
  await insert(schema.importDrafts, { eventId, personId: by, touchedAt: AT })
  const meetingId = await insert(schema.meetings, { eventId, heldOn: '2018-05-27', city: 'Baku' })
  expect(meetingId).not.toBe('')
  await insert(schema.presences, { personId: by, eventId, capacity: 'guest' })
  await insert(schema.mergeProposals, {
    eventId,
    mergedId: cnes.id,
    intoId: ada.id,
    proposedAt: AT,
    proposedBy: by,
  })
  const messageId = await insert(schema.messages, {
    ...{ eventId, segment: 'participants', subject: { en: 'A secret note' }, text: { en: 'A secret note' } },
    ...{ writtenBy: by, writtenAt: AT, sentAt: AT, recipients: 1 },
  })
  await insert(schema.outbox, {
    toAddress: 'aysel@people.example',
    eventId,
    messageId,
    template: 'x',
    values: {},
    createdAt: AT,
    notBefore: AT,
  })
  await insert(schema.stageMoves, { eventId, ordinal: 1, move: 'call', entryId, movedAt: AT } as never)
  await insert(schema.pitchDraws, { eventId, commitment: 'b'.repeat(64), committedAt: AT, seed: 'seed' })
  await insert(schema.reopenings, { eventId, reason: 'A mark was lost', askedBy: by, askedAt: AT })
  await insert(schema.events, {
    ...made.national,
    id: undefined,
    slug: 'sumqayit',
    parentId: eventId,
    level: 'city',
  })
}

const rowsOf = async (table: PgTable, column: PgColumn, event: string) =>
  (await database.select().from(table).where(eq(column, event))) as Record<string, unknown>[]

test('every table that points to an event is decided: copied, or empty in the copy', () => {
  expect(POINTING.map(({ name }) => name).sort()).toEqual(Object.keys(DECIDED).sort())
  expect(Object.keys(getTableColumns(schema.events)).sort()).toEqual(Object.keys(COLUMNS).sort())
})

test('of an event full of people, marks, messages and results only what it is made of is copied', async () => {
  await fill(await furnish())
  for (const { name, table, column } of POINTING)
    expect(await rowsOf(table, column, source), `${name} holds something that could leak`).not.toEqual([])
  const { event } = await done(cloneEvent(owner, copy()))

  for (const { name, table, column } of POINTING) {
    const [before, after] = [await rowsOf(table, column, source), await rowsOf(table, column, event)]
    if (DECIDED[name] === 'empty') expect(after, name).toEqual([])
    else expect(after.length, name).toBe(before.length)
    for (const hidden of NAMES) expect(JSON.stringify(after)).not.toContain(hidden)
  }
  const prizes = await rowsOf(schema.awards, schema.awards.eventId, event)
  expect(prizes.map(({ kind, name, entryId, resultId }) => ({ kind, name, entryId, resultId }))).toEqual([
    { kind: 'special', name: 'Prize of CNES', entryId: null, resultId: null },
    { kind: 'audience', name: 'Audience', entryId: null, resultId: null },
  ])
  const [event0, event1] = await Promise.all(
    [source, event].map(async (id) => (await rowsOf(schema.events, schema.events.id, id))[0] ?? {}),
  )
  for (const [column, what] of Object.entries(COLUMNS)) {
    if (what === 'kept') expect(event1?.[column], column).toEqual(event0?.[column])
    if (what === 'reset') expect(event1?.[column], column).toBe(false)
    if (what === 'moved') {
      // Baku’s clock has not changed since: nine years and three days later to the minute.
      const [was, is] = [event0?.[column] as Date, event1?.[column] as Date]
      expect(is.getTime() - was.getTime(), column).toBe(Date.parse('2027-05-28') - Date.parse('2018-05-25'))
    }
  }
  expect(event1).toMatchObject({
    editionId: made.edition.id,
    parentId: made.international.id,
    slug: 'azerbaijan-again',
  })
  // And the source is as it was.
  for (const { name, table, column } of POINTING)
    expect(await rowsOf(table, column, source), `${name} of the source`).not.toEqual([])
})

test('criteria come with their sentences, each to its own jury, and the schedule with its hours', async () => {
  await furnish()
  const { event } = await done(cloneEvent(owner, copy()))
  const rubricOf = async (id: string) => {
    const rows = await (await db())
      .select({ criterion: schema.criteria, level: schema.criterionLevels, award: schema.awards.name })
      .from(schema.criteria)
      .leftJoin(schema.criterionLevels, eq(schema.criterionLevels.criterionId, schema.criteria.id))
      .leftJoin(schema.awards, eq(schema.awards.id, schema.criteria.awardId))
      .where(eq(schema.criteria.eventId, id))
      .orderBy(schema.criteria.position, schema.criterionLevels.value, schema.criteria.name)
    return rows.map(({ criterion, level, award }) => ({
      ...{ ...criterion, id: '', eventId: '', awardId: '' },
      ...{ value: level?.value, sentence: level?.sentence, award },
    }))
  }
  expect(await rubricOf(event)).toEqual(await rubricOf(source))
  const day = async (id: string) =>
    (await rowsOf(schema.scheduleItems, schema.scheduleItems.eventId, id)).map(
      ({ title, track, place, startsAt, endsAt }) => [
        ...[title, track, place, wallClock('Asia/Baku', startsAt as Date)],
        endsAt && wallClock('Asia/Baku', endsAt as Date),
      ],
    )
  expect(await day(event)).toEqual([
    ['Opening', null, 'Hall 1', '2027-05-28T09:00', '2027-05-28T10:00'],
    ['Pitches', 'A', null, '2027-05-29T12:00', null],
  ])
  const partners = async (id: string) =>
    (await rowsOf(schema.partnerships, schema.partnerships.eventId, id)).map(
      ({ organizationId, role, position }) => [...[organizationId, role, position]],
    )
  expect(await partners(event)).toEqual(await partners(source))
})

test('moved to Paris over the end of summer time, every hour stays on the wall', async () => {
  await furnish()
  const paris = { country: 'FR', city: 'Paris', timeZone: 'Europe/Paris', latitude: 48.87, longitude: 2.33 }
  const startsAt = new Date('2027-10-30T07:00:00Z')
  const { event } = await done(cloneEvent(owner, copy({ startsAt, place: paris })))
  const [row] = await rowsOf(schema.events, schema.events.id, event)
  const walls = ['startsAt', 'endsAt', 'registrationClosesAt', 'submissionsDueAt', 'scoringClosesAt'].map(
    (date) => wallClock('Europe/Paris', row?.[date] as Date),
  )
  expect(walls).toEqual([
    ...['2027-10-30T09:00', '2027-10-31T19:00', '2027-10-25T23:59', '2027-10-31T11:00', '2027-10-31T17:30'],
  ])
  expect(row).toMatchObject({ ...paris, venue: 'Hall of ADA' })
})

test('only where one may create, from what is one’s own to copy', async () => {
  await furnish()
  const [row] = await database
    .insert(schema.editions)
    .values({
      competitionId: made.competition.id,
      slug: 'actinspace-2020',
      ordinal: 4,
      year: 2020,
      scope: 'the world',
    })
    .returning()
  const edition = row?.id ?? ''
  const ask = async (actor: Made['organizer'], more: Partial<EventCopy> = {}) =>
    codeOf(await cloneEvent(actor, copy(more)))
  expect(await ask(made.stranger)).toBe('not-found')
  expect(await ask(made.neighbour)).toBe('not-found')
  // The organizer may copy it, but not beside it: only below.
  expect(await ask(made.organizer)).toBe('not-found')
  expect(await ask(made.organizer, { edition, parent: null })).toBe('not-found')
  expect(await ask(made.organizer, { parent: source, slug: 'sumqayit' })).toEqual({
    event: expect.any(String),
  })
  expect(await ask(owner, { edition: 'nowhere' })).toBe('not-found')
  expect(await ask(owner, { source: crypto.randomUUID() })).toBe('not-found')
  // A parent of another edition is no parent.
  expect(await ask(owner, { edition })).toBe('not-found')
  expect(await ask(owner, { edition, parent: null })).toEqual({ event: expect.any(String) })
})

test('who copies an event below their own organizes the copy', async () => {
  const { event } = await done(cloneEvent(made.organizer, copy({ parent: source, slug: 'sumqayit' })))
  const grants = await rowsOf(schema.roleGrants, schema.roleGrants.eventId, event)
  expect(grants.map(({ personId, role }) => [personId, role])).toEqual([
    [made.organizer.personId, 'event-organizer'],
  ])
})

test('an edition of another competition is not reached', async () => {
  const [other] = await database
    .insert(schema.competitions)
    .values({ slug: 'other', name: 'Other' })
    .returning()
  const [edition] = await database
    .insert(schema.editions)
    .values({
      competitionId: other?.id ?? '',
      slug: 'other-2020',
      ordinal: 1,
      year: 2020,
      scope: 'the world',
    })
    .returning()
  await grant(owner.personId, 'competition-owner', other?.id ?? '')
  const both = await actorOf(owner.personId)
  expect(codeOf(await cloneEvent(both, copy({ edition: edition?.id, parent: null })))).toBe('not-found')
})

test('an address that is taken, or is none, makes nothing', async () => {
  await furnish()
  const events = async () => (await database.select().from(schema.events)).length
  const before = await events()
  expect(await cloneEvent(owner, copy({ slug: 'azerbaijan' }))).toMatchObject({
    code: 'event-exists',
    field: 'slug',
  })
  expect(await cloneEvent(owner, copy({ slug: 'Bakı' }))).toMatchObject({
    code: 'address-malformed',
    field: 'slug',
  })
  expect(await cloneEvent(owner, copy({ slug: 'rules' }))).toMatchObject({ code: 'address-reserved' })
  expect(await cloneEvent(owner, copy({ name: ' ' }))).toMatchObject({ code: 'event-unnamed', field: 'name' })
  expect(await events()).toBe(before)
})

test('two copies to one address at once: one', async () => {
  await furnish()
  const outcomes = await Promise.all([1, 2, 3].map(() => cloneEvent(owner, copy())))
  expect(outcomes.map(codeOf).filter((code) => code === 'event-exists')).toHaveLength(2)
})

test('team sizes keep within what the new edition allows', async () => {
  await furnish()
  const row = {
    competitionId: made.competition.id,
    slug: 'actinspace-2020',
    ordinal: 4,
    year: 2020,
    scope: 'the world',
  }
  const [edition] = await database
    .insert(schema.editions)
    .values({ ...row, teamMin: 2, teamMax: 3 })
    .returning()
  const { event } = await done(cloneEvent(owner, copy({ edition: edition?.id, parent: null })))
  const [found] = await rowsOf(schema.events, schema.events.id, event)
  expect(found).toMatchObject({ teamMin: 3, teamMax: 3 })
})

test('the copy’s chain tells what it was copied from', async () => {
  const { event } = await done(cloneEvent(owner, copy()))
  const chain = await readChain(owner, { edition: 'actinspace-2018', event: 'azerbaijan-again' })
  expect(chain).toMatchObject({
    entries: [
      { action: 'create-event', objectId: event },
      { action: 'clone-event', objectId: event, details: { from: source }, actorId: owner.personId },
    ],
  })
})
