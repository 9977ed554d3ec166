import { and, eq, getTableName, isNull, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import * as schema from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { verifyPackage } from '@/domain/publishing/verify-package'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isRefusal } from '@/domain/refusal'
import { verifyChain } from '../audit/verify-chain'
import { enqueueMail } from '../mail'
import { sealedPackage } from '../publishing/sealed-package'
import { sealedFinal } from '../publishing/testing'
import { sha256 } from '../ranking/digest'
import { keepConsents } from '../registration/record-consent'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { actorOf, actorOfSession, nobody, openSession } from '../session'
import { createTeam } from '../teams/create-team'
import { joinTeam } from '../teams/join-team'
import { makeInvitation } from '../teams/make-invitation'
import { erasePerson } from './erase-person'
import { planErasure } from './erasure'
import { exportOwnData } from './export-own-data'

testDatabase()
afterEach(() => void vi.useRealTimers())

const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome)
const ADDRESS = ['actinspace-2018', 'azerbaijan'] as const
const AT = new Date('2018-05-20T08:00:00Z')
const TABLES = (Object.values(schema) as unknown[]).filter(
  (value): value is PgTable => value instanceof PgTable,
)

/** Every row of every table, as one text: whatever is left of somebody is found in it. */
async function everything(): Promise<string> {
  const texts = []
  for (const table of TABLES) texts.push(JSON.stringify(await (await db()).select().from(table)))
  return texts.join('\n')
}

const figures = async () => {
  const rows = await (await db()).execute(sql`
    select (select count(*)::int from persons) as persons,
      (select count(*)::int from registrations where state = 'registered') as registered,
      (select count(*)::int from team_members where left_at is null) as seated,
      (select count(*)::int from marks) as marks,
      (select count(*)::int from ballots where status = 'submitted') as ballots,
      (select string_agg(digest, ',' order by version) from results) as digests,
      (select json_agg(r order by r.position) from result_ranks r) as ranks`)
  return rows.rows
}

/** A student of a sealed final with something of everything that could tell who they are. */
async function knownStudent() {
  const jury = await sealedFinal()
  const student = await makePerson('Nəsimi', 'Hüseynzadə', 'nesimi@student.example')
  const [field] = jury.field
  if (!field) throw new Error('no team')
  const database = await db()
  await database.insert(schema.teamMembers).values({
    ...{ teamId: field.team, eventId: jury.event, personId: student.id },
    ...{ seat: 2, seats: 5, joinedAt: AT },
  })
  const [registration] = await database
    .insert(schema.registrations)
    .values({
      ...{ personId: student.id, eventId: jury.event, registeredAt: AT, confirmedAt: AT },
      ...{ programme: 'Petrophysics of one', studyYear: 3, bornOn: '2001-03-04' },
    })
    .returning()
  if (!registration) throw new Error('not registered')
  await database.insert(schema.guardianConsents).values({
    ...{ registrationId: registration.id, name: 'Guardian Hüseynzadə', email: 'guardian@family.example' },
    ...{ linkHash: 'a'.repeat(64), askedAt: AT },
  })
  await database.insert(schema.boardCards).values({
    ...{ registrationId: registration.id, skills: ['Falconry'], languages: ['az'], listedAt: AT },
    about: 'Call me on 555-0199',
  })
  await keepConsents(student.id, jury.event, { 'publish-name': true })
  const inLog = { event: jury.event }
  await enqueueMail({
    ...inLog,
    ...{ to: student.email, template: 'place-free', values: { name: 'Nəsimi' } },
  })
  await enqueueMail({
    ...inLog,
    ...{ to: 'guardian@family.example', template: 'guardian-asked', values: { student: 'Nəsimi' } },
    dedupeKey: `guardian:${registration.id}:1`,
  })
  const [draft] = await database
    .insert(schema.importDrafts)
    .values({ eventId: jury.event, personId: student.id, touchedAt: AT })
    .returning()
  await database.insert(schema.importDraftLists).values({
    ...{ draftId: draft?.id ?? '', position: 0, name: 'Falcon class.csv', content: new Uint8Array([1]) },
  })
  const session = await openSession(student.id, 'Falcon phone')
  return { ...jury, student, session, actor: await actorOf(student.id), registration }
}

const TELLING =
  /Nəsimi|Hüseynzadə|nesimi@|guardian@family|Petrophysics|2001-03-04|Falconry|555-0199|Falcon phone|Falcon class/

test('a student of a sealed final is erased: figures, ranks, digest and package stay, all that tells who goes', async () => {
  const { actor, session, organizer, event, student } = await knownStudent()
  const packaged = async () => canonicalJson(await sealedPackage(organizer, ...ADDRESS))
  const before = { figures: await figures(), packaged: await packaged() }
  expect(await everything()).toMatch(TELLING)
  expect(await erasePerson(actor, { confirmed: true })).toEqual({ erased: student.id })
  const text = await packaged()
  expect({ figures: await figures(), packaged: text }).toEqual(before)
  expect(verifyPackage(text, JSON.parse(text), sha256).filter(({ holds }) => !holds)).toEqual([])
  expect(await everything()).not.toMatch(TELLING)
  expect(await actorOfSession(session)).toEqual(nobody())
  for (const chain of [event, 'installation'])
    expect(await verifyChain(chain)).toMatchObject({ intact: true })
})

test('it is not done unread, by nobody, or twice', async () => {
  const { actor } = await knownStudent()
  const outcomes = [
    await erasePerson(actor, { confirmed: false }),
    await erasePerson(nobody(), { confirmed: true }),
  ]
  expect(await everything()).toMatch(TELLING)
  await done(erasePerson(actor, { confirmed: true }))
  outcomes.push(await erasePerson(actor, { confirmed: true }))
  expect(outcomes.map(codeOf)).toEqual(['erasure-unconfirmed', 'sign-in', 'not-found'])
})

test('a captain hands over first while that can be, and nothing is erased before', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION })
  const { event } = await makeOpenEvent()
  const captain = await makeStudent(event, 'Leyla')
  const { team } = await done(createTeam(captain, { event, name: 'Ulduz' }))
  const { code } = await done(makeInvitation(await actorOf(captain.personId), { team }))
  const other = await makeStudent(event, 'Tural')
  await done(joinTeam(other, { code }))
  expect(codeOf(await erasePerson(await actorOf(captain.personId), { confirmed: true }))).toBe(
    'erasure-captain',
  )
  const member = await actorOf(other.personId)
  expect(await planErasure(member)).toMatchObject({
    places: [{ team, becomes: 'leaves', next: null }],
    registrations: [{ event, withdraws: true }],
  })
  await done(erasePerson(member, { confirmed: true }))
  // Alone now: the team ends with its captain.
  await done(erasePerson(await actorOf(captain.personId), { confirmed: true }))
  const left = await (await db()).select().from(schema.teams).where(isNull(schema.teams.deletedAt))
  expect(left).toEqual([])
})

test('once the members are fixed the captaincy passes to the next seat', async () => {
  const { field, captains, student, event } = await knownStudent()
  const [captain] = captains
  const [team] = field
  if (!captain || !team) throw new Error('no team')
  const outcome = await done(erasePerson(captain, { confirmed: true }))
  expect(outcome).toEqual({ erased: captain.personId })
  const own = and(eq(schema.teamMembers.teamId, team.team), isNull(schema.teamMembers.leftAt))
  const seats = await (await db())
    .select({ person: schema.teamMembers.personId, role: schema.teamMembers.role })
    .from(schema.teamMembers)
    .where(own)
    .orderBy(schema.teamMembers.seat)
  expect(seats).toEqual([
    { person: captain.personId, role: 'member' },
    { person: student.id, role: 'captain' },
  ])
  expect(await verifyChain(event)).toMatchObject({ intact: true })
})

test('roles end with the account', async () => {
  const { national } = await makeOpenEvent()
  const organizer = await makePerson('Second organizer')
  await grant(organizer.id, 'event-organizer', national.id)
  await done(erasePerson(await actorOf(organizer.id), { confirmed: true }))
  expect((await actorOf(organizer.id)).grants).toEqual([])
})

test('a juror is erased and the marks stay', async () => {
  const { actors } = await sealedFinal()
  const before = await figures()
  const second = actors[1]
  if (!second) throw new Error('no juror')
  await done(erasePerson(second, { confirmed: true }))
  expect(await figures()).toEqual(before)
})

test('what is exported is one’s own and no key to anything', async () => {
  const { actor, session } = await knownStudent()
  const data = await done(exportOwnData(actor))
  expect(data).toMatchObject({
    person: { givenName: 'Nəsimi', familyName: 'Hüseynzadə' },
    addresses: [{ email: 'nesimi@student.example' }],
    registrations: [{ event: 'Azerbaijan national final', programme: 'Petrophysics of one' }],
    consents: [{ purpose: 'publish-name', given: true }],
    teams: [{ name: 'Ulduz', role: 'member' }],
    mail: [{ to: 'nesimi@student.example', template: 'place-free', sentAt: null }],
  })
  const text = JSON.stringify(data)
  expect(text).not.toContain(session)
  expect(text).not.toContain('a'.repeat(64))
  expect(text).not.toMatch(/Captain of|Juror \d/)
})

/** What becomes of each reference to a person, other than "who did it", which is an id and stays. */
const BECOMES: Readonly<Record<string, 'goes' | 'stays without a name' | 'is emptied' | 'ends'>> = {
  'acknowledgements.person_id': 'stays without a name',
  'consents.person_id': 'stays without a name',
  'delegation_members.person_id': 'stays without a name',
  'import_drafts.person_id': 'goes',
  'join_requests.person_id': 'is emptied',
  'jurors.person_id': 'stays without a name',
  'offices.person_id': 'goes',
  'person_emails.person_id': 'goes',
  'presences.person_id': 'stays without a name',
  'quotes.person_id': 'stays without a name',
  'registrations.person_id': 'is emptied',
  'role_grants.person_id': 'ends',
  'sessions.person_id': 'ends',
  'team_members.person_id': 'stays without a name',
  'unsubscribes.person_id': 'goes',
}

test('every table that points to a person says what erasing does to it', () => {
  const columns = TABLES.flatMap((table) =>
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference()
      const named = columns.map(({ name }) => `${getTableName(table)}.${name}`)
      return getTableName(foreignTable) === 'persons' ? named : []
    }),
  )
    .filter((column) => /\.(person_?id|personId)$/.test(column))
    .map((column) => column.replace('personId', 'person_id'))
  expect(columns.sort()).toEqual(Object.keys(BECOMES).sort())
})
