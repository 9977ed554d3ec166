import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makePerson } from '@/db/factories'
import { jurors, persons, registrations } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { NOBODY } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { saveMarks } from '../judging/save-marks'
import { seatJuror } from '../judging/seat-juror'
import { ADDRESS, AT, codeOf, done, mark } from '../judging/testing'
import { unseatJuror } from '../judging/unseat-juror'
import { namePerson } from '../people/name-person'
import { ownRegistration } from '../registration/queries'
import { registerStudent } from '../registration/register-student'
import { actorOfSession, openSession } from '../session'
import { claimJurorLink } from './claim-juror-link'
import { makeJurorLink } from './make-juror-link'
import { proveJurorLink } from './prove-juror-link'
import { linksOf, seeJurorLink } from './queries'
import { revokeJurorLink } from './revoke-juror-link'
import { LAPTOP, PHONE, start, tokenOf, withLink } from './testing'
import { drawToken } from './token'

testDatabase()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT })
})
afterEach(() => {
  vi.useRealTimers()
})

const eventOf = async (id: string) => (await findEventById(id))?.facts

const codeFor = async (
  session: string,
  work: (actor: Awaited<ReturnType<typeof actorOfSession>>) => Promise<unknown>,
) => codeOf(work(await actorOfSession(session)))

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

test('one who came by a link makes none', async () => {
  const { token, juror } = await withLink()
  const session = await start(token, PHONE)
  expect(await codeFor(session, (actor) => makeJurorLink(actor, { juror }))).toBe('not-allowed')
  expect(await codeFor(session, (actor) => revokeJurorLink(actor, { juror }))).toBe('not-allowed')
  const bystander = await openSession((await makePerson('Bystander')).id)
  expect(await codeFor(bystander, (actor) => makeJurorLink(actor, { juror }))).toBe('not-found')
})
