import { eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { auditEntries, jurorLinks, jurors, persons, registrations, sessions } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { NOBODY } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { saveMarks } from '../judging/save-marks'
import { seatJuror } from '../judging/seat-juror'
import { ADDRESS, AT, codeOf, done, makeJury, mark } from '../judging/testing'
import { unseatJuror } from '../judging/unseat-juror'
import { namePerson } from '../people/name-person'
import { ownRegistration } from '../registration/queries'
import { registerStudent } from '../registration/register-student'
import { actorOfSession, openSession, personOfSession } from '../session'
import { claimJurorLink } from './claim-juror-link'
import { makeJurorLink } from './make-juror-link'
import { makeLinkCards } from './make-link-cards'
import { proveJurorLink } from './prove-juror-link'
import { linksOf, seeJurorLink } from './queries'
import { revokeJurorLink } from './revoke-juror-link'
import { drawToken, tokenHash } from './token'

testDatabase()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT })
})
afterEach(() => {
  vi.useRealTimers()
})

const PHONE = drawToken()
const LAPTOP = drawToken()
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1'

const tokenOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const eventOf = async (id: string) => (await findEventById(id))?.facts

/** A jury with a fresh link for its rector's seat. */
async function withLink() {
  const jury = await makeJury()
  const { juror } = jury.rector
  const { path } = await done(makeJurorLink(jury.organizer, { juror }))
  return { ...jury, juror, token: tokenOf(path), path }
}

/** Presses Start, as a device with this secret and agent, and gives the session it is let in with. */
async function start(token: string, device: string, agent = IPHONE) {
  const claimed = await codeOf(claimJurorLink({ token, device }))
  if (typeof claimed === 'string') return claimed
  const proven = await proveJurorLink({ token, device })
  return proven ? openSession(proven.person, agent, proven.link) : 'not proven'
}

const codeFor = async (
  session: string,
  work: (actor: Awaited<ReturnType<typeof actorOfSession>>) => Promise<unknown>,
) => codeOf(work(await actorOfSession(session)))

test('a link is shown once: 160 bits, of which the hash alone is kept and the audit tells nothing', async () => {
  const { path, token, juror, event } = await withLink()
  expect(path).toBe(`/jury/link/${token}`)
  expect(Buffer.from(token, 'base64url')).toHaveLength(20)
  await start(token, PHONE)
  const tables = [jurorLinks, auditEntries, sessions]
  const kept = JSON.stringify(
    await Promise.all(tables.map(async (table) => (await db()).select().from(table))),
  )
  expect([token, PHONE].filter((secret) => kept.includes(secret))).toEqual([])
  expect((await (await db()).select().from(jurorLinks)).map(({ tokenHash }) => tokenHash)).toEqual([
    tokenHash(token),
  ])
  const entries = await (await db())
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.objectKind, 'juror-link'))
    .orderBy(auditEntries.ordinal)
  expect(entries.map(({ chain, action, details }) => ({ chain, action, details }))).toEqual([
    { chain: event, action: 'make-juror-link', details: { juror, former: null } },
    { chain: event, action: 'claim-juror-link', details: { juror } },
  ])
  expect(JSON.stringify(entries)).not.toContain(tokenHash(token))
})

test('looking says whose it is and uses nothing up', async () => {
  const { token } = await withLink()
  const seen = {
    office: 'Rector’s office, UFAZ',
    event: { name: 'Azerbaijan national final', city: 'Baku', timeZone: 'Asia/Baku' },
    claim: null,
  }
  expect(await seeJurorLink(token, null)).toEqual(seen)
  expect(await seeJurorLink(token, LAPTOP)).toEqual(seen)
  expect(await proveJurorLink({ token, device: PHONE })).toBeNull()
  await start(token, PHONE)
  const claim = { at: AT, device: { browser: 'Safari', system: 'iPhone' } }
  expect(await seeJurorLink(token, PHONE)).toEqual({ ...seen, claim: { ...claim, own: true } })
  expect(await seeJurorLink(token, LAPTOP)).toEqual({ ...seen, claim: { ...claim, own: false } })
  expect(await seeJurorLink(token, null)).toEqual({ ...seen, claim: { ...claim, own: false } })
})

test('it is the first device’s; another is told which and when, and the same one comes back', async () => {
  const { token } = await withLink()
  const first = await start(token, PHONE)
  vi.setSystemTime(new Date(AT.getTime() + 60_000))
  expect(await claimJurorLink({ token, device: LAPTOP })).toEqual(
    expect.objectContaining({
      code: 'juror-link-claimed',
      values: { at: AT.toISOString(), zone: 'Asia/Baku', browser: 'Safari', system: 'iPhone' },
    }),
  )
  expect(await proveJurorLink({ token, device: LAPTOP })).toBeNull()
  const again = await start(token, PHONE)
  expect(again).not.toBe(first)
  expect(await personOfSession(again)).toMatchObject({ givenName: 'Rector’s office, UFAZ' })
  expect((await (await db()).select().from(jurorLinks)).map(({ claimedAt }) => claimedAt)).toEqual([AT])
})

test('claimed by many devices at once, it is exactly one’s', async () => {
  const { token } = await withLink()
  const devices = Array.from({ length: 12 }, drawToken)
  const claims = await Promise.all(devices.map((device) => codeOf(claimJurorLink({ token, device }))))
  const winners = devices.filter((_, index) => typeof claims[index] !== 'string')
  expect(winners).toHaveLength(1)
  expect(claims.filter((claim) => claim === 'juror-link-claimed')).toHaveLength(11)
  const [link] = await (await db()).select().from(jurorLinks)
  expect(link?.claimedDevice).toBe(tokenHash(winners[0] ?? ''))
})

test('through it one scores the own sheet, and is nothing else the person is', async () => {
  const { token, juror, rector, ulduz, weighted, event, elsewhere, ada } = await withLink()
  const person = rector.actor.personId
  await grant(person, 'event-organizer', event)
  await (await db())
    .insert(registrations)
    .values({ personId: person, eventId: elsewhere.id, registeredAt: AT })
  const other = await seatIn(elsewhere.id, person)
  const session = await start(token, PHONE)
  const seat = { juror, event, voting: true, president: false }
  expect(await actorOfSession(session)).toEqual({ ...NOBODY, personId: person, seats: [seat], bearer: true })
  const account = await actorOfSession(await openSession(person))
  expect(account).toMatchObject({ bearer: false, registrations: [elsewhere.id] })
  expect(account.seats.map((held) => held.juror).sort()).toEqual([juror, other].sort())

  const actor = await actorOfSession(session)
  const sent = mark(ulduz.entry, weighted[0] ?? '', 7)
  expect(await saveMarks(actor, { ...ADDRESS, marks: [sent] })).toMatchObject({
    saved: [sent.id],
    rejected: [],
  })
  const [national, there] = [await eventOf(event), await eventOf(elsewhere.id)]
  const codes = [
    can(actor, 'edit-event', { event: national }, now()),
    can(actor, 'manage-juror-links', { event: national }, now()),
    can(actor, 'edit-event', { event: there }, now()),
    can(actor, 'export-own-data', { person }, now()),
    can(actor, 'save-marks', { event: there, juror: other }, now()),
  ].map((no) => no?.code)
  expect(codes).toEqual(['not-allowed', 'not-allowed', 'not-found', 'not-found', 'not-found'])
  expect(await codeOf(namePerson(actor, { givenName: 'Somebody' }))).toBe('not-found')
  expect(await codeOf(registerStudent(actor, { event: elsewhere.id, institution: ada.id }))).toBe('not-found')
  expect(await ownRegistration(actor, elsewhere.id)).toBeNull()
  expect(await ownRegistration(account, elsewhere.id)).toMatchObject({ state: 'registered' })
})

async function seatIn(eventId: string, personId: string): Promise<string> {
  const row = { eventId, personId, office: 'Guest', position: 1, seatedAt: AT }
  const [seat] = await (await db()).insert(jurors).values(row).returning({ id: jurors.id })
  return seat?.id ?? ''
}

test('moved, the first device is out at its next request and another gets in', async () => {
  const { token, juror, organizer } = await withLink()
  const first = await start(token, PHONE)
  const moved = tokenOf((await done(makeJurorLink(organizer, { juror }))).path)
  expect(await actorOfSession(first)).toEqual(NOBODY)
  expect(await personOfSession(first)).toBeNull()
  expect(await start(token, PHONE)).toBe('gone-juror-link')
  expect(await codeOf(seeJurorLink(token, PHONE))).toBe('gone-juror-link')
  const second = await start(moved, LAPTOP)
  expect((await actorOfSession(second)).seats.map((seat) => seat.juror)).toEqual([juror])
  expect(await start(moved, PHONE)).toBe('juror-link-claimed')
})

test('two links made for a seat at once leave one', async () => {
  const { juror, organizer } = await withLink()
  await Promise.all([1, 2, 3].map(() => done(makeJurorLink(organizer, { juror }))))
  expect(await (await db()).select().from(jurorLinks).where(isNull(jurorLinks.revokedAt))).toHaveLength(1)
})

test('revoked, it lets nobody in, and its sessions end with it', async () => {
  const { token, juror, organizer } = await withLink()
  const session = await start(token, PHONE)
  const account = await openSession((await actorOfSession(session)).personId ?? '')
  expect(await revokeJurorLink(organizer, { juror })).toEqual({ juror })
  expect(await actorOfSession(session)).toEqual(NOBODY)
  expect(await personOfSession(account)).not.toBeNull()
  expect(await start(token, PHONE)).toBe('gone-juror-link')
  expect(await codeOf(revokeJurorLink(organizer, { juror }))).toBe('juror-link-none')
  const [ended] = await (await db()).select().from(sessions).where(eq(sessions.id, session))
  expect(ended?.revokedAt).toEqual(AT)
})

test('a link whose row alone is revoked ends its session as well', async () => {
  const { token } = await withLink()
  const session = await start(token, PHONE)
  await (await db()).update(jurorLinks).set({ revokedAt: AT })
  expect(await actorOfSession(session)).toEqual(NOBODY)
})

test('unseated, the juror is out at the next request', async () => {
  const { token, juror, organizer } = await withLink()
  const session = await start(token, PHONE)
  await done(unseatJuror(organizer, { juror }))
  expect(await actorOfSession(session)).toEqual(NOBODY)
  expect(await codeOf(seeJurorLink(token, PHONE))).toBe('gone-juror-link')
  expect(await codeOf(makeJurorLink(organizer, { juror }))).toBe('not-found')
})

test('a seat without a person gets one, known by the office, whom nobody can sign in as', async () => {
  const { organizer, event } = await withLink()
  const { juror } = await done(seatJuror(organizer, { event, office: 'Director of the Space Agency' }))
  const { path } = await done(makeJurorLink(organizer, { juror }))
  await done(makeJurorLink(organizer, { juror }))
  const [seat] = await (await db()).select().from(jurors).where(eq(jurors.id, juror))
  const written = await (await db())
    .select()
    .from(persons)
    .where(eq(persons.givenName, seat?.office ?? ''))
  expect(written.map(({ id }) => id)).toEqual([seat?.personId])
  const states = await done(linksOf(organizer, event))
  expect(states.map(({ account, madeAt }) => [account, madeAt])).toEqual([
    [true, null],
    [true, AT],
    [false, AT],
  ])
  expect(await start(tokenOf(path), PHONE)).toBe('gone-juror-link')
})

test.each(['disabledAt', 'erasedAt'] as const)('a person with %s is let in by no link', async (column) => {
  const { token, juror, organizer, rector } = await withLink()
  const session = await start(token, PHONE)
  await (await db())
    .update(persons)
    .set({ [column]: AT })
    .where(eq(persons.id, rector.actor.personId))
  expect(await actorOfSession(session)).toEqual(NOBODY)
  expect(await start(token, PHONE)).toBe('gone-juror-link')
  expect(await codeOf(makeJurorLink(organizer, { juror }))).toBe('seat-person-barred')
})

test('asked too often, it waits; other links in the same hall do not', async () => {
  const { token, organizer, president } = await withLink()
  const other = tokenOf((await done(makeJurorLink(organizer, { juror: president.juror }))).path)
  for (let look = 0; look < 120; look++) await seeJurorLink(token, null)
  expect(await seeJurorLink(token, null)).toEqual(
    expect.objectContaining({ code: 'slow-down', values: { minutes: 10 } }),
  )
  expect(await seeJurorLink(other, null)).toMatchObject({ office: 'President of CNES' })
  for (let guess = 0; guess < 60; guess++)
    expect(await codeOf(claimJurorLink({ token: drawToken(), device: LAPTOP }))).toBe('gone-juror-link')
  expect(await codeOf(claimJurorLink({ token: other, device: LAPTOP }))).toBe('slow-down')
  expect(await start(other, PHONE)).toMatch(/^[0-9a-f-]{36}$/)
  vi.setSystemTime(new Date(AT.getTime() + 11 * 60_000))
  expect(await seeJurorLink(token, null)).toMatchObject({ office: 'Rector’s office, UFAZ' })
})

test.each(['', 'invented', '../../etc/passwd', 'a\0b', 'x'.repeat(5000), drawToken()])(
  'the token %j is no link',
  async (token) => {
    await withLink()
    expect(await codeOf(seeJurorLink(token, null))).toBe('gone-juror-link')
    expect(await start(token, PHONE)).toBe('gone-juror-link')
    expect(await proveJurorLink({ token, device: PHONE })).toBeNull()
    expect(await proveJurorLink({ token, device: 5 })).toBeNull()
  },
)

test('cards are made for the seats no device uses, and for all when that is asked for', async () => {
  const { token, juror, organizer, stranger, neighbour, president, event } = await withLink()
  const session = await start(token, PHONE)
  const { cards } = await done(makeLinkCards(organizer, { event, claimed: false }))
  expect(cards.map((card) => [card.juror, card.office])).toEqual([[president.juror, 'President of CNES']])
  expect((await actorOfSession(session)).seats).toHaveLength(1)
  const all = await done(makeLinkCards(organizer, { event, claimed: true }))
  expect(all.cards.map((card) => card.juror)).toEqual([president.juror, juror])
  expect(await actorOfSession(session)).toEqual(NOBODY)
  for (const [index, card] of all.cards.entries()) await start(tokenOf(card.path), index ? PHONE : LAPTOP)
  expect(await codeOf(makeLinkCards(organizer, { event, claimed: false }))).toBe('cards-none')
  for (const other of [stranger, neighbour, president.actor])
    expect(typeof (await codeOf(makeLinkCards(other, { event, claimed: true })))).toBe('string')
})

test('one who came by a link makes none', async () => {
  const { token, juror } = await withLink()
  const session = await start(token, PHONE)
  expect(await codeFor(session, (actor) => makeJurorLink(actor, { juror }))).toBe('not-allowed')
  expect(await codeFor(session, (actor) => revokeJurorLink(actor, { juror }))).toBe('not-allowed')
  const bystander = await openSession((await makePerson('Bystander')).id)
  expect(await codeFor(bystander, (actor) => makeJurorLink(actor, { juror }))).toBe('not-found')
})
