import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, transaction } from '@/db/client'
import { guardianConsents, outbox, registrations, teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { isRefusal } from '@/domain/refusal'
import { verifyChain } from '../audit/verify-chain'
import { eraseRegistrations } from '../people/erase-traces'
import { recordConsent } from '../registration/record-consent'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { renderMail } from '../render-mail'
import { actorOf, nobody } from '../session'
import { createTeam } from '../teams/create-team'
import { makeInvitation } from '../teams/make-invitation'
import { publicTeam } from '../teams/public-queries'
import { invitationPreview } from '../teams/queries'
import { answerGuardian } from './answer-guardian'
import { askGuardian } from './ask-guardian'
import { guardianByToken, ownGuardian } from './queries'

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
      ...{ bornOn: '2001-03-04', name: 'Sevda', email: 'sevda@family.example', given },
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
    codeOf(await askGuardian(nobody(), { event, ...GUARDIAN })),
    await ask({ event: 'nowhere' }),
  ]).toEqual(['guardian-not-needed', 'birth-malformed', 'name-unreadable', 'sign-in', 'not-found'])
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
