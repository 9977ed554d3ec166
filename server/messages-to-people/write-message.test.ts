import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { messages, outbox, persons } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { renderMail } from '../render-mail'
import { nobody } from '../session'
import { mailLog } from './queries'
import { unsubscribe, unsubscribeLink } from './unsubscribe'
import { writeMessage } from './write-message'

testDatabase()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION })
})
afterEach(() => {
  vi.useRealTimers()
})

async function makeWriter() {
  const made = await makeOpenEvent()
  const aysel = await makeStudent(made.event, 'Aysel')
  const omar = await makeStudent(made.event, 'Ömər')
  // Registering has its own mails; these are about the messages.
  await (await db()).delete(outbox)
  const written = (act: 'preview' | 'test' | 'send', more = {}) => ({
    message: uuidv7(),
    event: made.event,
    segment: 'participants' as const,
    subject: 'Hello {name}',
    text: 'Come to {event}, {name}.',
    act,
    ...more,
  })
  return { ...made, aysel, omar, written }
}

const sentMails = async () => (await db()).select().from(outbox)

test('a preview is what the first recipient will read, and sends nothing', async () => {
  const { organizer, written } = await makeWriter()
  expect(await writeMessage(organizer, written('preview'))).toMatchObject({
    recipients: 2,
    preview: { to: 'Aysel', subject: 'Hello Aysel', text: expect.stringContaining(', Aysel.') },
  })
  expect(JSON.stringify(await writeMessage(organizer, written('preview')))).not.toContain('/unsubscribe/')
  expect(await sentMails()).toEqual([])
})

test('a test goes to its writer alone, as it stands in the log', async () => {
  const { organizer, event, written } = await makeWriter()
  await done(writeMessage(organizer, written('test')))
  expect(await mailLog(organizer, event)).toMatchObject([
    { subject: 'Hello Aysel', state: 'waiting', why: null },
  ])
  const [mail] = await sentMails()
  expect(mail?.values.unsubscribe).toBe(unsubscribeLink(organizer.personId, event))
  expect(await (await db()).select().from(messages)).toEqual([])
})

test('pressed ten times at once it is one message and one mail each', async () => {
  const { organizer, written } = await makeWriter()
  const once = written('send')
  await Promise.all(Array.from({ length: 10 }, () => done(writeMessage(organizer, once))))
  const mails = await sentMails()
  expect(mails.map(({ messageId, values }) => [messageId, values.subject]).sort()).toEqual([
    [once.message, 'Hello Aysel'],
    [once.message, 'Hello Ömər'],
  ])
  expect(await (await db()).select().from(messages)).toMatchObject([{ recipients: 2 }])
})

test('a name is never a header, a place to fill or a template', async () => {
  const { organizer, aysel, written } = await makeWriter()
  const evil = '{link}\r\nBcc: evil@a.example {count, plural, other {x}} <b>'
  await (await db()).update(persons).set({ givenName: evil }).where(eq(persons.id, aysel.personId))
  await done(writeMessage(organizer, written('send')))
  const words = (await sentMails()).map((mail) => renderMail(mail))
  expect(words.map(({ subject }) => subject).sort()).toEqual([
    'Hello {link} Bcc: evil@a.example {count, plural, other {x}} <b>',
    'Hello Ömər',
  ])
})

test('who has unsubscribed gets no more of this event’s messages, and nobody can do it for them', async () => {
  const { organizer, event, aysel, omar, written } = await makeWriter()
  const token = unsubscribeLink(aysel.personId, event).split('/').at(-1) ?? ''
  const forged = token.replace(aysel.personId, omar.personId)
  expect(await unsubscribe(nobody(), { token: forged })).toMatchObject({ code: 'not-found' })
  await done(unsubscribe(nobody(), { token }))
  await done(unsubscribe(nobody(), { token }))
  await done(writeMessage(organizer, written('send')))
  expect((await sentMails()).map(({ values }) => values.subject)).toEqual(['Hello Ömər'])
})

test.each([
  ['subject', { subject: ' ' }, 'message-empty'],
  ['text', { text: 'Dear {nmae}' }, 'placeholder-unknown'],
  ['segment', { segment: 'jurors' }, 'message-nobody'],
])('a fault in the %s is refused', async (field, more, code) => {
  const { organizer, written } = await makeWriter()
  expect(await writeMessage(organizer, written('send', more))).toMatchObject({ code, field })
})

test.each([
  [{ attempts: 0 }, 'waiting', null],
  [{ attempts: 1, lastError: 'come back' }, 'waiting', 'come back'],
  [{ attempts: 8, lastError: 'never' }, 'failed', 'never'],
  [{ attempts: 1, sentAt: DURING_REGISTRATION }, 'sent', null],
  [{ attempts: 1, sentAt: DURING_REGISTRATION, lastError: 'broke' }, 'failed', 'broke'],
])('a mail that stands at %j is said to be %s', async (row, state, why) => {
  const { organizer, event, written } = await makeWriter()
  await done(writeMessage(organizer, written('test')))
  await (await db()).update(outbox).set(row)
  expect(await mailLog(organizer, event)).toMatchObject([{ state, why }])
})
