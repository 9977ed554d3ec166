import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { outbox } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { MAIL_TEMPLATES, type MailTemplate } from '@/domain/messages/mail-templates'
import { askGuardian } from '../guardians/ask-guardian'
import { enqueueMail } from '../mail'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { actorOf } from '../session'
import { answerJoinRequest } from '../teams/answer-join-request'
import { askToJoin } from '../teams/ask-to-join'
import { createTeam } from '../teams/create-team'
import { mailLog } from './queries'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

const REASON = (to: string) =>
  `Can't send mail - all recipients were rejected: 550 5.1.1 <${to}>: user ${to.split('@')[0]} unknown`

/** A mail of each kind to an address that could leak, one attempt behind it that named the mailbox. */
async function oneOfEach(event: string) {
  for (const template of Object.keys(MAIL_TEMPLATES) as MailTemplate[]) {
    const to = `sevda.${template}@family.example`
    const values = {
      student: 'Aysel Məmmədova',
      subject: 'Hello',
      guardian: 'Sevda Məmmədova',
      link: 'secret',
    }
    await enqueueMail({ to, template, values, event })
    await (await db())
      .update(outbox)
      .set({ attempts: 1, lastError: REASON(to) })
      .where(eq(outbox.toAddress, to))
  }
}

test('the log names an address only where the table says so, in the reason as well', async () => {
  const { organizer, event } = await makeOpenEvent()
  await oneOfEach(event)
  const log = await done(mailLog(organizer, event))
  expect(log).toHaveLength(Object.keys(MAIL_TEMPLATES).length)
  for (const mail of log) {
    const address = `sevda.${mail.template}@family.example`
    const open = MAIL_TEMPLATES[mail.template] === 'address'
    expect(mail).toMatchObject({ to: open ? address : null, why: open ? REASON(address) : '550 5.1.1' })
    expect(JSON.stringify(mail).includes('sevda')).toBe(open)
    expect(JSON.stringify(mail)).not.toMatch(/secret|Sevda/)
  }
  const guardian = log.find(({ template }) => template === 'guardian-asked')
  expect(guardian).toMatchObject({ guardianOf: 'Aysel Məmmədova', to: null, state: 'retrying' })
})

test('a reason without a code is not repeated of a guardian, for it may name the mailbox', async () => {
  const { organizer, event } = await makeOpenEvent()
  await oneOfEach(event)
  await (await db()).update(outbox).set({ lastError: 'mailbox sevda is full' })
  const whys = (await done(mailLog(organizer, event))).map(({ template, why }) => [template, why])
  expect(Object.fromEntries(whys)).toMatchObject({
    'guardian-asked': null,
    'sign-in': null,
    'place-free': 'mailbox sevda is full',
  })
})

test('join requests, their answers and a guardian’s question stand in the log of their event alone', async () => {
  const { organizer, event, elsewhere, neighbour } = await makeOpenEvent()
  const captain = await makeStudent(event, 'Aysel')
  const asker = await makeStudent(event, 'Tural')
  const { team } = await done(createTeam(captain, { event, name: 'Ulduz' }))
  const { request } = await done(askToJoin(await actorOf(asker.personId), { team }))
  await done(answerJoinRequest(await actorOf(captain.personId), { request, accept: true }))
  const guardian = { bornOn: '2001-03-04', name: 'Sevda', email: 'sevda@family.example' }
  await done(askGuardian(await actorOf(asker.personId), { event, ...guardian }))
  const log = await done(mailLog(organizer, event))
  expect(log.map(({ template }) => template).sort()).toEqual([
    'guardian-asked',
    'join-accepted',
    'join-asked',
  ])
  expect(JSON.stringify(log)).not.toMatch(/sevda/i)
  expect(await mailLog(neighbour, elsewhere.id)).toEqual([])
})
