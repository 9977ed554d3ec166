import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import nodemailer, { type Transporter } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db, transaction } from '@/db/client'
import { makePerson } from '@/db/factories'
import { outbox, personEmails, persons } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { enqueueMail, type Mail } from './mail'
import { sendNext } from './mail-worker'

testDatabase()

interface Caught {
  readonly from: string
  readonly to: readonly string[]
  readonly source: string
}

let caught: Caught[] = []
let refusals: Error[] = []
let catcher: SMTPServer
let transport: Transporter

beforeEach(async () => {
  caught = []
  refusals = []
  catcher = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const refusal = refusals.shift()
        if (!refusal)
          caught.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            source: Buffer.concat(chunks).toString('utf8'),
          })
        done(refusal)
      })
    },
  })
  await new Promise<void>((listening) => catcher.listen(0, '127.0.0.1', listening))
  const { port } = catcher.server.address() as AddressInfo
  transport = nodemailer.createTransport({ host: '127.0.0.1', port })
})
afterEach(async () => {
  vi.useRealTimers()
  transport.close()
  await new Promise<void>((closed) => catcher.close(closed))
})

const signIn = (mail: Partial<Mail> = {}): Mail => ({
  to: 'aysel@people.example',
  template: 'sign-in',
  values: { code: '314159', link: 'http://localhost:3000/sign-in/link/abc', minutes: 10 },
  ...mail,
})

async function sendAll() {
  while (await sendNext(transport));
}

const headersOf = ({ source }: Caught) =>
  source
    .slice(0, source.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')

const header = (mail: Caught, name: string) =>
  headersOf(mail)
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim())

const outboxRow = async () => (await (await db()).select().from(outbox))[0]

test('one mail arrives once, with its headers and words', async () => {
  await enqueueMail(signIn())
  await sendAll()
  await sendAll()
  const [mail, ...others] = caught
  if (!mail) throw new Error('nothing arrived')
  expect(others).toEqual([])
  expect({ from: mail.from, to: mail.to }).toEqual({
    from: 'no-reply@localhost',
    to: ['aysel@people.example'],
  })
  expect(header(mail, 'From')).toEqual(['Apogee <no-reply@localhost>'])
  expect(header(mail, 'To')).toEqual(['aysel@people.example'])
  expect(header(mail, 'Subject')).toEqual(['314159 is your Apogee code'])
  expect(header(mail, 'Auto-Submitted')).toEqual(['auto-generated'])
  expect(header(mail, 'Message-ID')).toEqual([`<${(await outboxRow())?.id}@localhost>`])
  expect(mail.source.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(
    'http://localhost:3000/sign-in/link/abc',
  )
  expect(await outboxRow()).toMatchObject({ attempts: 1, sentAt: expect.any(Date), lastError: null })
})

test('a mail is in the language of the person who has been at its address, else in the one given', async () => {
  const been = await makePerson('Aysel', '', 'aysel@people.example')
  const listed = await makePerson('Tural', '', 'tural@people.example')
  await (await db()).update(persons).set({ locale: 'az' })
  const confirmed = { confirmedAt: new Date() }
  await (await db()).update(personEmails).set(confirmed).where(eq(personEmails.personId, been.id))
  const addresses = [been.email.toUpperCase(), listed.email, 'nobody@people.example']
  for (const to of addresses) {
    await enqueueMail(signIn({ to, language: 'fr' }))
    await enqueueMail(signIn({ to }))
  }
  const rows = await (await db()).select().from(outbox)
  const languages = addresses.map((to) =>
    rows.flatMap(({ toAddress, locale }) => (toAddress === to ? [locale] : [])).sort(),
  )
  expect(languages).toEqual([
    ['az', 'az'],
    ['az', 'fr'],
    ['en', 'fr'],
  ])
})

test('two workers at once send each mail once', async () => {
  for (let index = 0; index < 6; index++) await enqueueMail(signIn({ to: `student${index}@people.example` }))
  await Promise.all([sendAll(), sendAll(), sendAll()])
  expect(caught.flatMap(({ to }) => to).sort()).toEqual(
    [0, 1, 2, 3, 4, 5].map((index) => `student${index}@people.example`),
  )
})

test('the same key is one mail, and what was rolled back is none', async () => {
  await enqueueMail(signIn({ dedupeKey: 'once' }))
  await enqueueMail(signIn({ dedupeKey: 'once' }))
  const failing = transaction(async () => {
    await enqueueMail(signIn({ to: 'undone@people.example' }))
    throw new Error('changed our mind')
  })
  await expect(failing).rejects.toThrow()
  await sendAll()
  expect(caught.map(({ to }) => to)).toEqual([['aysel@people.example']])
})

describe('when the server does not take it', () => {
  const START = new Date('2026-11-23T12:00:00Z')
  const secondsLater = (seconds: number) => vi.setSystemTime(new Date(START.getTime() + seconds * 1_000))
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: START })
  })

  test('it is tried again, each time later, and arrives once', async () => {
    refusals = [new Error('come back'), new Error('come back')]
    await enqueueMail(signIn())
    await sendAll()
    expect(await outboxRow()).toMatchObject({
      attempts: 1,
      sentAt: null,
      notBefore: new Date(START.getTime() + 30_000),
      lastError: expect.stringContaining('come back'),
    })
    secondsLater(29)
    expect(await sendNext(transport)).toBe(false)
    secondsLater(31)
    await sendAll()
    expect(await outboxRow()).toMatchObject({ attempts: 2, notBefore: new Date(START.getTime() + 91_000) })
    secondsLater(92)
    await sendAll()
    expect(caught).toHaveLength(1)
    expect(await outboxRow()).toMatchObject({ attempts: 3, sentAt: expect.any(Date), lastError: null })
  })

  test('it is given up after eight attempts, and the others go on', async () => {
    refusals = Array.from({ length: 8 }, () => new Error('never'))
    await enqueueMail(signIn())
    for (let hour = 1; hour <= 12; hour++) {
      await sendAll()
      secondsLater(hour * 3_600)
    }
    expect(await outboxRow()).toMatchObject({ attempts: 8, sentAt: null })
    await enqueueMail(signIn({ to: 'next@people.example' }))
    await sendAll()
    expect(caught.map(({ to }) => to)).toEqual([['next@people.example']])
  })

  test('a connection that breaks while the text is on its way is not tried again: it may have arrived', async () => {
    await enqueueMail(signIn())
    const breaking = Object.assign(new Error('Connection closed unexpectedly'), { command: 'DATA' })
    const broken = nodemailer.createTransport({
      name: 'broken',
      version: '1',
      send: (_mail, sent) => sent(breaking),
    })
    expect(await sendNext(broken)).toBe(true)
    secondsLater(86_400)
    await sendAll()
    expect(caught).toEqual([])
    expect(await outboxRow()).toMatchObject({ lastError: 'Connection closed unexpectedly' })
  })
})

describe('nobody writes headers', () => {
  const INJECTIONS = [
    '1\r\nBcc: evil@people.example',
    '1\nBcc: evil@people.example',
    '1\r\n\r\nA body of their own',
    '1\u2028Bcc: evil@people.example',
    '1\u0007\rX-Evil: yes',
  ]
  test.each(INJECTIONS)('with a value like %j', async (code) => {
    await enqueueMail(signIn({ values: { code, link: 'http://localhost:3000/x', minutes: 10 } }))
    await sendAll()
    const [mail] = caught
    if (!mail) throw new Error('nothing arrived')
    expect(mail.to).toEqual(['aysel@people.example'])
    expect(header(mail, 'Bcc')).toEqual([])
    expect(header(mail, 'X-Evil')).toEqual([])
    expect(header(mail, 'Subject')).toHaveLength(1)
    expect(headersOf(mail).filter((line) => line.startsWith('A body'))).toEqual([])
  })

  const ADDRESSES = [
    'aysel@people.example\r\nBcc: evil@people.example',
    'aysel@people.example, evil@people.example',
    'aysel@people.example;evil@people.example',
    'Aysel <evil@people.example>',
    'aysel@people.example> BODY=8BITMIME',
    '"aysel"@evil@people.example',
    'no address',
  ]
  test.each(ADDRESSES)('or with an address like %j', async (to) => {
    await enqueueMail(signIn({ to }))
    await sendAll()
    expect(caught).toEqual([])
    expect(await outboxRow()).toMatchObject({ lastError: 'not one address' })
  })

  test('a mail without words stays, and says so', async () => {
    await enqueueMail(signIn({ template: 'constructor' as 'message' }))
    await sendAll()
    expect(caught).toEqual([])
    expect(await outboxRow()).toMatchObject({ lastError: 'No mail template “constructor”' })
  })
})
