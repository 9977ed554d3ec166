import { eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { messages, outbox, persons } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { DURING_REGISTRATION, done, makeOpenEvent, makeStudent } from '../registration/testing'
import { renderMail } from '../render-mail'
import { nobody } from '../session'
import { earlierMessages, mailLog } from './queries'
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
  /** Reads the preview and sends what it showed. */
  const send = async (more = {}) => {
    const { digest } = await done(writeMessage(made.organizer, written('preview', more)))
    return writeMessage(made.organizer, written('send', { ...more, previewed: digest }))
  }
  return { ...made, aysel, omar, written, send }
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
    { template: 'message', subject: 'Hello Aysel', state: 'waiting', why: null },
  ])
  const [mail] = await sentMails()
  expect(mail?.values.unsubscribe).toBe(unsubscribeLink(organizer.personId, event))
  expect(await (await db()).select().from(messages)).toEqual([])
})

test('pressed ten times at once it is one message and one mail each', async () => {
  const { organizer, written } = await makeWriter()
  const { digest } = await done(writeMessage(organizer, written('preview')))
  const once = written('send', { previewed: digest })
  await Promise.all(Array.from({ length: 10 }, () => done(writeMessage(organizer, once))))
  const mails = await sentMails()
  expect(mails.map(({ messageId, values }) => [messageId, values.subject]).sort()).toEqual([
    [once.message, 'Hello Aysel'],
    [once.message, 'Hello Ömər'],
  ])
  expect(await (await db()).select().from(messages)).toMatchObject([{ recipients: 2 }])
  // Pressed once more after somebody came: it was sent, and still once.
  await makeStudent(once.event, 'Leyla')
  await (await db()).delete(outbox).where(isNull(outbox.messageId))
  expect(await writeMessage(organizer, once)).toMatchObject({ act: 'send', recipients: 2 })
  expect(await sentMails()).toHaveLength(2)
})

test('only what a preview showed is sent: its words, its part, and as many as it said', async () => {
  const { organizer, event, written } = await makeWriter()
  const { digest } = await done(writeMessage(organizer, written('preview')))
  const seen = { previewed: digest }
  const attempts = [
    {},
    { previewed: '' },
    { ...seen, text: 'Come to {event}, {name}!' },
    { ...seen, subject: 'Hello, {name}' },
    { ...seen, segment: 'unconfirmed' as const },
    { ...seen, segment: 'without-team' as const },
  ]
  const outcomes = []
  for (const more of attempts)
    outcomes.push(await writeMessage(organizer, written('send', more)).then((no) => 'code' in no && no.code))
  // Both students are confirmed, so nobody is in that part.
  expect(outcomes).toEqual([...Array(4).fill('preview-stale'), 'message-nobody', 'preview-stale'])
  await makeStudent(event, 'Leyla')
  expect(await writeMessage(organizer, written('send', seen))).toMatchObject({ code: 'preview-stale' })
  expect((await sentMails()).filter(({ template }) => template === 'message')).toEqual([])
  const again = await done(writeMessage(organizer, written('test', { text: 'One\r\ntwo\rthree ' })))
  expect(again).toMatchObject({ recipients: 3, of: { text: 'One\ntwo\nthree ' } })
  const same = { text: 'One\ntwo\nthree', previewed: again.digest }
  expect(await writeMessage(organizer, written('send', same))).toMatchObject({ act: 'send', recipients: 3 })
})

test('what was written is listed for the organizers of its event, as it was written', async () => {
  const { organizer, neighbour, stranger, event, aysel, send, written } = await makeWriter()
  await done(send())
  await done(writeMessage(organizer, written('test')))
  await done(send({ segment: 'without-team', subject: 'Later', text: 'Find a team.' }))
  expect(await earlierMessages(organizer, event)).toEqual([
    {
      ...{ id: expect.any(String), segment: 'without-team', subject: 'Later', text: 'Find a team.' },
      ...{ sentAt: DURING_REGISTRATION, by: 'Organizer', recipients: 2 },
    },
    {
      ...{ id: expect.any(String), segment: 'participants', subject: 'Hello {name}' },
      ...{ text: 'Come to {event}, {name}.', sentAt: DURING_REGISTRATION, by: 'Organizer', recipients: 2 },
    },
  ])
  for (const actor of [neighbour, stranger, aysel, nobody()])
    for (const read of [earlierMessages, mailLog])
      expect(await read(actor, event)).toMatchObject({ refused: true })
})

test('a name is never a header, a place to fill or a template', async () => {
  const { aysel, send } = await makeWriter()
  const evil = '{link}\r\nBcc: evil@a.example {count, plural, other {x}} <b>'
  await (await db()).update(persons).set({ givenName: evil }).where(eq(persons.id, aysel.personId))
  await done(send())
  const words = (await sentMails()).map((mail) => renderMail(mail))
  expect(words.map(({ subject }) => subject).sort()).toEqual([
    'Hello {link} Bcc: evil@a.example {count, plural, other {x}} <b>',
    'Hello Ömər',
  ])
})

test('who has unsubscribed gets no more of this event’s messages, and nobody can do it for them', async () => {
  const { event, aysel, omar, send } = await makeWriter()
  const token = unsubscribeLink(aysel.personId, event).split('/').at(-1) ?? ''
  const forged = token.replace(aysel.personId, omar.personId)
  expect(await unsubscribe(nobody(), { token: forged })).toMatchObject({ code: 'not-found' })
  await done(unsubscribe(nobody(), { token }))
  await done(unsubscribe(nobody(), { token }))
  await done(send())
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
