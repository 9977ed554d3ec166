import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, transaction } from '@/db/client'
import { makePerson } from '@/db/factories'
import { events, guardianConsents, outbox, registrations, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { Actor } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { isMinorOn } from '@/domain/registration/minors'
import { verifyChain } from '../audit/verify-chain'
import { eraseRegistrations } from '../people/erase-traces'
import { participantsOf } from '../people/queries'
import { confirmRegistration } from '../registration/confirm-registration'
import { recordConsent } from '../registration/record-consent'
import { registerStudent } from '../registration/register-student'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { renderMail } from '../render-mail'
import { actorOf, nobody } from '../session'
import { createTeam } from '../teams/create-team'
import { joinTeam } from '../teams/join-team'
import { makeInvitation } from '../teams/make-invitation'
import { publicTeam } from '../teams/public-queries'
import { invitationPreview } from '../teams/queries'
import { answerGuardian } from './answer-guardian'
import { askGuardian } from './ask-guardian'
import { guardianByToken, ownGuardian } from './queries'
import { guardianStanding } from './standing'
import { takeBackMinor } from './take-back-minor'
import { tellMinor } from './tell-minor'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

const GUARDIAN = { bornOn: '2001-03-04', name: 'Sevda', email: 'Sevda@family.example' }
const codeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : outcome)

const tokens = async () => {
  const mails = await (await db()).select().from(outbox).where(eq(outbox.template, 'guardian-asked'))
  return mails.map(({ values }) => String(values.link).split('/').at(-1) ?? '')
}

test('a guardian says yes by the link of a mail, of which only the hash is kept, and may change their mind', async () => {
  const { event } = await makeOpenEvent()
  const student = await makeStudent(event, 'Aysel')
  await done(askGuardian(student, { event, ...GUARDIAN }))
  const [token = ''] = await tokens()
  const [mail] = await (await db()).select().from(outbox).where(eq(outbox.template, 'guardian-asked'))
  expect(mail && renderMail(mail).text).toContain(token)
  expect(JSON.stringify(await (await db()).select().from(guardianConsents))).not.toContain(token)
  const asked = { guardian: 'Sevda', givenName: 'Aysel', event: 'Azerbaijan national final', given: null }
  for (let look = 0; look < 2; look += 1) expect(await guardianByToken(token)).toMatchObject(asked)
  for (const given of [true, false, true]) {
    await done(answerGuardian({ token, given }))
    expect(await ownGuardian(student, event)).toEqual({
      ...{ bornOn: '2001-03-04', name: 'Sevda', email: 'sevda@family.example' },
      standing: given ? 'given' : 'refused',
    })
  }
  expect(await verifyChain(event)).toMatchObject({ intact: true })
})

test('a newer link ends the one before, and what was written of another guardian goes', async () => {
  const { event } = await makeOpenEvent()
  const student = await makeStudent(event, 'Aysel')
  await done(askGuardian(student, { event, ...GUARDIAN }))
  const former = await tokens()
  await done(askGuardian(student, { event, ...GUARDIAN, name: 'Rauf', email: 'rauf@family.example' }))
  const outcomes = []
  for (const token of [...former, ...(await tokens())])
    outcomes.push(codeOf(await answerGuardian({ token, given: true })))
  expect(outcomes).toEqual(['guardian-link-ended', { given: true }])
  expect(codeOf(await answerGuardian({ token: 'guessed', given: true }))).toBe('guardian-link-ended')
  expect(JSON.stringify(await (await db()).select().from(guardianConsents))).not.toMatch(/Sevda/i)
  expect(JSON.stringify(await (await db()).select().from(outbox))).not.toMatch(/Sevda/i)
})

test('what cannot be is refused by name, and nothing is kept of it', async () => {
  const { event } = await makeOpenEvent()
  const student = await makeStudent(event, 'Aysel')
  const ask = async (more: object, actor = student) =>
    codeOf(await askGuardian(actor, { event, ...GUARDIAN, ...more }))
  expect([
    await ask({ bornOn: '2000-05-25' }),
    await ask({ bornOn: '2001-02-30' }),
    await ask({ name: '\u200b' }),
    await ask({ email: 'sevda' }),
    await ask({ email: '' }),
    codeOf(await askGuardian(nobody(), { event, ...GUARDIAN })),
    await ask({ event: 'nowhere' }),
  ]).toEqual([
    'guardian-not-needed',
    'birth-malformed',
    'name-unreadable',
    ...Array(2).fill('email-malformed'),
    'sign-in',
    'not-found',
  ])
  const kept = await (await db()).select({ bornOn: registrations.bornOn }).from(registrations)
  expect(kept.every(({ bornOn }) => bornOn === null)).toBe(true)
})

test('a minor is named in public once the guardian has agreed', async () => {
  const { event } = await makeOpenEvent()
  const student = await makeStudent(event, 'Aysel')
  const { team } = await done(createTeam(student, { event, name: 'Ulduz' }))
  const actor = await actorOf(student.personId)
  await done(recordConsent(actor, { event, answers: { 'publish-name': true } }))
  const [row] = await (await db()).select().from(teams).where(eq(teams.id, team))
  const named = async () =>
    (await publicTeam(event, row?.slug ?? ''))?.named.map(({ givenName }) => givenName)
  expect(await named()).toEqual(['Aysel'])
  await done(askGuardian(actor, { event, ...GUARDIAN }))
  const [token = ''] = await tokens()
  const seen = [await named()]
  for (const given of [true, false]) {
    await done(answerGuardian({ token, given }))
    seen.push(await named())
  }
  expect(seen).toEqual([[], ['Aysel'], []])
  const { code } = await done(makeInvitation(actor, { team }))
  const captain = async () => (await done(invitationPreview(nobody(), code, 'somebody'))).captain
  expect(await captain()).toBeNull()
  // What was said for the event is erased; the guardian's no is not.
  await transaction(() => eraseRegistrations(student.personId, event))
  expect([await named(), await captain()]).toEqual([[], null])
})

describe('a minor', () => {
  const SAID = { bornOn: '2001-03-04', name: 'Sevda', email: 'sevda@family.example' }
  const standingOf = async (actor: Actor, event: string) => (await ownGuardian(actor, event))?.standing

  test.each([
    ['everything said', SAID, undefined, 'waits'],
    ['nothing said', {}, 'guardian-unnamed', 'unnamed'],
    ['only the day', { bornOn: SAID.bornOn }, 'guardian-unnamed', 'unnamed'],
    ['no day', { ...SAID, bornOn: '' }, 'birth-malformed', 'unnamed'],
    ['no such day', { ...SAID, bornOn: '2001-02-30' }, 'birth-malformed', 'unnamed'],
    ['no name', { ...SAID, name: ' ' }, 'name-unreadable', 'unnamed'],
    ['no address', { ...SAID, email: 'sevda' }, 'email-malformed', 'unnamed'],
    ['the own address', { ...SAID, email: 'own@student.example' }, 'guardian-yourself', 'unnamed'],
    ['of age after all', { ...SAID, bornOn: '2000-05-25' }, 'guardian-not-needed', null],
  ])('keeps the place with %s', async (_what, minor, code, standing) => {
    const { event } = await makeOpenEvent()
    const person = await makePerson('Aysel', '', 'own@student.example')
    const actor = await actorOf(person.id)
    const { guardian, ...placed } = await done(registerStudent(actor, { event, minor }))
    expect([placed.state, guardian?.code]).toEqual(['registered', code])
    expect(await standingOf(actor, event)).toBe(standing)
    expect(await tokens()).toHaveLength(standing === 'waits' ? 1 : 0)
    expect(await verifyChain(event)).toMatchObject({ intact: true })
  })

  test('of a list confirms the registration, and says no more of a guardian than they can', async () => {
    const { event } = await makeOpenEvent()
    const student = await makeStudent(event, 'Aysel')
    await (await db()).update(registrations).set({ confirmedAt: null })
    const actor = await actorOf(student.personId)
    const { guardian } = await done(confirmRegistration(actor, { event, consents: {}, minor: {} }))
    const [row] = await (await db()).select({ confirmedAt: registrations.confirmedAt }).from(registrations)
    expect([guardian?.code, row?.confirmedAt]).toEqual(['guardian-unnamed', DURING_REGISTRATION])
    expect(await confirmRegistration(actor, { event, consents: {}, minor: SAID })).not.toHaveProperty(
      'guardian',
    )
    expect(await standingOf(actor, event)).toBe('waits')
  })

  test('takes a seat by an invitation at once, and is asked for the guardian afterwards', async () => {
    const { event, organizer } = await makeOpenEvent()
    const captain = await makeStudent(event, 'Aysel')
    const { team } = await done(createTeam(captain, { event, name: 'Ulduz' }))
    const { code } = await done(makeInvitation(await actorOf(captain.personId), { team }))
    const joiner = await actorOf((await makePerson('Tural')).id)
    expect(await joinTeam(joiner, { code, minor: true })).toMatchObject({ seat: 2, already: false })
    expect(await standingOf(joiner, event)).toBe('unnamed')
    const missing = (await done(participantsOf(organizer, event))).map(({ givenName, guardian }) => [
      givenName,
      guardian,
    ])
    expect(missing.sort()).toEqual([
      ['Aysel', null],
      ['Tural', 'unnamed'],
    ])
    await done(askGuardian(joiner, { event, ...GUARDIAN }))
    expect(await standingOf(joiner, event)).toBe('waits')
  })

  test('is not named in public before the guardian’s yes, whether one was named, asked or said no', async () => {
    const { event } = await makeOpenEvent()
    const student = await makeStudent(event, 'Aysel')
    const { team } = await done(createTeam(student, { event, name: 'Ulduz' }))
    const actor = await actorOf(student.personId)
    await done(recordConsent(actor, { event, answers: { 'publish-name': true } }))
    const [row] = await (await db()).select().from(teams).where(eq(teams.id, team))
    const named = async () => (await publicTeam(event, row?.slug ?? ''))?.named.length
    const seen = [await named()]
    expect(codeOf(await tellMinor(actor, { event }))).toBe('guardian-unnamed')
    seen.push(await named())
    await done(takeBackMinor(actor, { event }))
    seen.push(await named())
    // As when only the day of birth is known.
    await (await db()).update(registrations).set({ bornOn: '2001-03-04' })
    seen.push(await named())
    await done(tellMinor(actor, { event, ...SAID }))
    seen.push(await named())
    const [token = ''] = await tokens()
    for (const given of [false, true]) {
      await done(answerGuardian({ token, given }))
      seen.push(await named())
    }
    expect(seen).toEqual([1, 0, 1, 0, 0, 0, 1])
  })

  test('takes a mistake back only while nobody was asked, and telling it twice is telling it once', async () => {
    const { event } = await makeOpenEvent()
    const student = await makeStudent(event, 'Aysel')
    for (const _twice of [1, 2]) await tellMinor(student, { event, bornOn: SAID.bornOn })
    expect(await (await db()).select().from(guardianConsents)).toHaveLength(1)
    expect(await takeBackMinor(student, { event })).toEqual({ event })
    expect(await ownGuardian(student, event)).toMatchObject({ standing: null, bornOn: null })
    await done(tellMinor(student, { event, ...SAID }))
    expect(codeOf(await takeBackMinor(student, { event }))).toBe('guardian-asked-already')
    await done(askGuardian(student, { event, ...GUARDIAN, email: 'rauf@family.example' }))
    expect(codeOf(await takeBackMinor(student, { event }))).toBe('guardian-asked-already')
    expect([
      codeOf(await tellMinor(nobody(), { event })),
      codeOf(await takeBackMinor(nobody(), { event })),
    ]).toEqual(['sign-in', 'sign-in'])
  })
})

test('the database and the rule agree on who is a minor on the day an event begins', async () => {
  const { event } = await makeOpenEvent()
  await makeStudent(event, 'Aysel')
  const CASES = [
    ['2018-05-25', '2000-05-26'],
    ['2018-05-25', '2000-05-25'],
    ['2018-05-25', '2000-05-24'],
    ['2018-02-28', '2000-02-29'],
    ['2018-03-01', '2000-02-29'],
    ['2020-02-29', '2002-03-01'],
    ['2020-02-29', '2002-02-28'],
  ] as const
  for (const [day, bornOn] of CASES) {
    // Half past midnight in Baku, still the day before in UTC.
    const startsAt = new Date(`${day}T00:30:00+04:00`)
    await (await db())
      .update(events)
      .set({ startsAt, endsAt: new Date('2021-01-01') })
      .where(eq(events.id, event))
    await (await db()).update(registrations).set({ bornOn })
    const [row] = await (await db())
      .select({ standing: guardianStanding() })
      .from(registrations)
      .innerJoin(events, eq(events.id, registrations.eventId))
    expect([day, bornOn, row?.standing]).toEqual([day, bornOn, isMinorOn(bornOn, day) ? 'unnamed' : null])
  }
})
