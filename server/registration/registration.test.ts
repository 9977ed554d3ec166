import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { grant, makeOrganization, makePerson } from '@/db/factories'
import { consents, jurors, organizationAliases, organizationDomains, registrations } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { mergeOrganizations } from '../organizations/merge-organizations'
import { actorOf, nobody } from '../session'
import { createTeam } from '../teams/create-team'
import { confirmRegistration } from './confirm-registration'
import { institutionsLike, ownRegistration } from './queries'
import { recordConsent } from './record-consent'
import { registerStudent } from './register-student'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from './testing'
import { withdrawRegistration } from './withdraw-registration'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'done')

test('registers with the institution of the address, the name and the consents', async () => {
  const { event } = await makeOpenEvent()
  const ada = await makeOrganization('ada', 'ADA University')
  await (await db()).insert(organizationDomains).values({ domain: 'ada.example', organizationId: ada.id })
  const person = await makePerson('', '', 'aysel@students.ada.example')
  const input = { event, givenName: 'Aysel', familyName: 'Quliyeva', consents: { 'publish-name': true } }
  await done(registerStudent(await actorOf(person.id), input))
  expect(await ownRegistration(await actorOf(person.id), event)).toMatchObject({
    state: 'registered',
    institution: 'ADA University',
    givenName: 'Aysel',
    familyName: 'Quliyeva',
    consents: { 'publish-name': true },
  })
})

test('registering twice is registering once', async () => {
  const { event } = await makeOpenEvent()
  const person = await actorOf((await makePerson('Leyla')).id)
  const once = await done(registerStudent(person, { event }))
  expect(await registerStudent(person, { event })).toEqual(once)
})

test('refuses who has no name, judges here, names a strange institution, comes early or is nobody', async () => {
  const { event, national } = await makeOpenEvent()
  const nameless = await actorOf((await makePerson('')).id)
  expect(codeOf(await registerStudent(nameless, { event }))).toBe('name-unreadable')
  expect(codeOf(await registerStudent(nameless, { event, givenName: '\u200b\u2800' }))).toBe(
    'name-unreadable',
  )
  const judge = await makePerson('Judge')
  await (await db())
    .insert(jurors)
    .values({ eventId: national.id, personId: judge.id, position: 1, office: 'Jury', seatedAt: new Date() })
  expect(codeOf(await registerStudent(await actorOf(judge.id), { event }))).toBe('judges-here')
  const named = { event, givenName: 'Rauf', institution: 'not-an-id' }
  expect(codeOf(await registerStudent(nameless, named))).toBe('institution-unknown')
  expect(codeOf(await registerStudent(nobody(), { event }))).toBe('sign-in')
  expect(codeOf(await registerStudent(nameless, { event: 'no-id' }))).toBe('not-found')
  vi.setSystemTime(new Date('2018-05-21T00:00:00Z'))
  expect(codeOf(await registerStudent(nameless, { event, givenName: 'Rauf' }))).toBe('too-late')
})

test('a name is text in any script, kept as it is written', async () => {
  const { event } = await makeOpenEvent()
  const person = await actorOf((await makePerson('')).id)
  const givenName = '<script>alert(1)</script> Ş\u0327'
  await done(registerStudent(person, { event, givenName }))
  expect((await ownRegistration(person, event))?.givenName).toBe(givenName.normalize('NFC'))
})

test('twenty register at once for three places: three have one, the rest wait, and who leaves lets the next in', async () => {
  const { event } = await makeOpenEvent({ capacity: 3 })
  const people = await Promise.all(Array.from({ length: 20 }, (_, index) => makePerson(`P${index}`)))
  const actors = await Promise.all(people.map(({ id }) => actorOf(id)))
  const outcomes = await Promise.all(actors.map((actor) => registerStudent(actor, { event })))
  const states = outcomes.map((outcome) => (isRefusal(outcome) ? outcome.code : outcome.state))
  expect(states.filter((state) => state === 'registered')).toHaveLength(3)
  expect(states.filter((state) => state === 'waitlisted')).toHaveLength(17)
  const leaver = people[states.indexOf('registered')]
  if (!leaver) throw new Error('nobody registered')
  const { admitted } = await done(withdrawRegistration(await actorOf(leaver.id), { event }))
  const places = and(eq(registrations.eventId, event), eq(registrations.state, 'registered'))
  const rows = await (await db()).select().from(registrations).where(places)
  expect(rows).toHaveLength(3)
  expect(admitted).toHaveLength(1)
  expect(rows.map(({ id }) => id)).toContain(admitted[0])
})

test('who sits in a team leaves it before withdrawing', async () => {
  const { event } = await makeOpenEvent()
  const student = await makeStudent(event, 'Əli')
  await done(createTeam(student, { event, name: 'Xəzər Sat' }))
  const refusal = await withdrawRegistration(await actorOf(student.personId), { event })
  expect(refusal).toMatchObject({ code: 'leave-team-first', values: { team: 'Xəzər Sat' } })
})

test('an imported person confirms once, and answers about consent', async () => {
  const { event } = await makeOpenEvent()
  const person = await makePerson('Fərid', 'Əliyev')
  const registeredAt = new Date('2018-05-02T00:00:00Z')
  await (await db()).insert(registrations).values({ personId: person.id, eventId: event, registeredAt })
  const actor = await actorOf(person.id)
  expect(await ownRegistration(actor, event)).toMatchObject({ confirmedAt: null, consents: {} })
  await done(confirmRegistration(actor, { event, consents: { 'publish-name': false, photo: true } }))
  expect(await ownRegistration(actor, event)).toMatchObject({
    confirmedAt: DURING_REGISTRATION,
    consents: { 'publish-name': false, photo: true },
  })
  vi.setSystemTime(new Date('2018-05-11T08:00:00Z'))
  await done(confirmRegistration(actor, { event, consents: {} }))
  expect(await ownRegistration(actor, event)).toMatchObject({ confirmedAt: DURING_REGISTRATION })
})

test('nobody confirms for an event they are not registered for', async () => {
  const { event, stranger } = await makeOpenEvent()
  expect(isRefusal(await confirmRegistration(stranger, { event, consents: {} }))).toBe(true)
})

test('the last answer about consent holds, and the history stays', async () => {
  const { event } = await makeOpenEvent()
  const student = await makeStudent(event, 'Murad')
  for (const given of [true, true, false]) {
    await done(recordConsent(student, { event, answers: { 'publish-name': given } }))
    vi.advanceTimersByTime(1000)
  }
  expect((await ownRegistration(student, event))?.consents).toEqual({ 'publish-name': false })
  expect(await (await db()).select({ given: consents.given }).from(consents).orderBy(consents.id)).toEqual([
    { given: true },
    { given: false },
  ])
})

test('an institution is found as it is written, and one written exactly is taken where none is chosen', async () => {
  const { event } = await makeOpenEvent()
  const ufaz = await makeOrganization('ufaz', 'French-Azerbaijani University')
  await makeOrganization('agency', 'French-Azerbaijani Agency', 'agency')
  await (await db()).insert(organizationAliases).values({ organizationId: ufaz.id, name: 'UFAZ' })
  const meant = { id: ufaz.id, name: 'French-Azerbaijani University' }
  for (const written of ['ufaz', 'Fransa–Azərbaycan Universiteti', 'French-Azer'])
    expect(await institutionsLike(written)).toEqual([meant])
  const register = async (written: string) => {
    const actor = await actorOf((await makePerson('Nigar')).id)
    await done(registerStudent(actor, { event, institution: '', written }))
    return (await ownRegistration(actor, event))?.institution
  }
  // What only resembles is for people to decide on, and nobody is kept out by what they write.
  expect([await register(' Ufaz'), await register('Fransa Universiteti'), await register('Oxford')]).toEqual([
    'French-Azerbaijani University',
    null,
    null,
  ])
})

test('who registers while their institution becomes a part of another’s is of the one that stays', async () => {
  const { event, edition } = await makeOpenEvent()
  const [twin, kept] = [await makeOrganization('asoiu'), await makeOrganization('oil')]
  const person = await makePerson('Administrator')
  await grant(person.id, 'edition-administrator', edition.id)
  const admin = await actorOf(person.id)
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => makePerson(`P${index}`)))
  const actors = await Promise.all(people.map(({ id }) => actorOf(id)))
  const register = (actor: (typeof actors)[number]) => registerStudent(actor, { event, institution: twin.id })
  const [first, ...others] = actors
  if (!first) throw new Error('nobody')
  const outcomes = await Promise.all([
    register(first),
    mergeOrganizations(admin, { edition: edition.id, merged: twin.id, into: kept.id }),
    ...others.map(register),
  ])
  expect(outcomes.filter(isRefusal)).toEqual([])
  const rows = await (await db()).select({ at: registrations.institutionId }).from(registrations)
  expect(rows).toEqual(actors.map(() => ({ at: kept.id })))
})
