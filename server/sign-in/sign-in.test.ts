import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { outbox, personEmails, persons, signInCodes } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { proveCode } from './prove-code'
import { proveDemo } from './prove-demo'
import { proveLink } from './prove-link'
import { attemptsMade, linkByToken } from './queries'
import { CODE_MINUTES, sendCode } from './send-code'

testDatabase()

const START = new Date('2026-11-23T12:00:00Z')
const minutesLater = (minutes: number) => vi.setSystemTime(new Date(START.getTime() + minutes * 60_000))
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

const EMAIL = 'aysel@people.example'

/** Asks for a mail and reads it in the outbox. */
async function mailed(email = EMAIL, next?: string) {
  minutesLater((Date.now() - START.getTime()) / 60_000 + 0.01)
  expect(await sendCode({ email, next })).toEqual({ email: email.trim().toLowerCase() })
  const mails = await (await db()).select().from(outbox)
  const newest = mails.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0]
  const link = String(newest?.values.link)
  return { code: String(newest?.values.code), token: link.slice(link.lastIndexOf('/') + 1), link }
}

const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('the language', () => {
  const languages = async () => ({
    person: (await (await db()).select({ locale: persons.locale }).from(persons)).map(({ locale }) => locale),
    mail: (await (await db()).select({ locale: outbox.locale }).from(outbox)).map(({ locale }) => locale),
  })

  test('is the browser’s for a first visitor, and then theirs whatever browser they use', async () => {
    await sendCode({ email: EMAIL, language: 'az' })
    const [mail] = await (await db()).select().from(outbox)
    expect(await proveCode({ email: EMAIL, code: String(mail?.values.code) }, 'az')).not.toBeNull()
    expect(await languages()).toEqual({ person: ['az'], mail: ['az'] })
    await (await db()).delete(outbox)
    await sendCode({ email: EMAIL.toUpperCase(), language: 'fr' })
    const [next] = await (await db()).select().from(outbox)
    await proveLink({ token: String(next?.values.link).split('/').at(-1) }, 'fr')
    expect(await languages()).toEqual({ person: ['az'], mail: ['az'] })
  })

  test('is the browser’s for somebody a list knew before they ever came, and English where none is asked for', async () => {
    await makePerson('Aysel', '', EMAIL)
    await sendCode({ email: EMAIL })
    await sendCode({ email: EMAIL, language: 'fr' })
    const mails = await (await db()).select().from(outbox)
    expect(mails.map(({ locale }) => locale).sort()).toEqual(['en', 'fr'])
    const french = mails.find(({ locale }) => locale === 'fr')
    await proveLink({ token: String(french?.values.link).split('/').at(-1) }, 'fr')
    expect((await languages()).person).toEqual(['fr'])
  })

  test('of a first visitor whose browser asks for none of ours is English', async () => {
    await sendCode({ email: EMAIL, language: null })
    const [mail] = await (await db()).select().from(outbox)
    await proveCode({ email: EMAIL, code: String(mail?.values.code) }, null)
    expect(await languages()).toEqual({ person: ['en'], mail: ['en'] })
  })
})

describe('a code', () => {
  test('signs its address in, once, however it is typed', async () => {
    const { id } = await makePerson('Aysel', '', EMAIL)
    const { code } = await mailed('  AYSEL@people.example ')
    expect(code).toMatch(/^\d{6}$/)
    const spaced = `${code.slice(0, 3)} ${code.slice(3)} `
    expect(await proveCode({ email: 'Aysel@People.example ', code: spaced })).toBe(id)
    expect(await proveCode({ email: EMAIL, code })).toBeNull()
    expect(await attemptsMade(EMAIL)).toBeNull()
  })

  test('confirms the address and makes a first visitor a person, still without a name', async () => {
    const { code } = await mailed()
    const id = await proveCode({ email: EMAIL, code })
    const [person] = await (await db())
      .select({ id: persons.id, givenName: persons.givenName, confirmedAt: personEmails.confirmedAt })
      .from(persons)
      .innerJoin(personEmails, eq(personEmails.personId, persons.id))
    expect(person).toEqual({ id, givenName: '', confirmedAt: expect.any(Date) })
  })

  test('is of the newest mail only, and of its address only', async () => {
    const first = await mailed()
    const second = await mailed()
    const other = await mailed('other@people.example')
    if (first.code !== second.code) expect(await proveCode({ email: EMAIL, code: first.code })).toBeNull()
    if (other.code !== second.code) expect(await proveCode({ email: EMAIL, code: other.code })).toBeNull()
    expect(await proveCode({ email: EMAIL, code: second.code })).not.toBeNull()
  })

  test('takes five attempts, the right one included', async () => {
    const { code } = await mailed()
    for (const made of [1, 2, 3, 4, 5]) {
      expect(await proveCode({ email: EMAIL, code: wrong(code) })).toBeNull()
      expect(await attemptsMade(EMAIL)).toBe(made)
    }
    expect(await proveCode({ email: EMAIL, code })).toBeNull()
  })

  test('counts guesses sent at once one by one', async () => {
    const { code } = await mailed()
    await Promise.all(Array.from({ length: 20 }, () => proveCode({ email: EMAIL, code: wrong(code) })))
    expect(await attemptsMade(EMAIL)).toBe(5)
    expect(await proveCode({ email: EMAIL, code })).toBeNull()
  })

  test('sent twice at once signs in once', async () => {
    const { code } = await mailed()
    const proofs = await Promise.all([1, 2, 3].map(() => proveCode({ email: EMAIL, code })))
    expect(proofs.filter((proof) => proof !== null)).toHaveLength(1)
  })

  test('runs out', async () => {
    const { code } = await mailed()
    minutesLater(CODE_MINUTES + 1)
    expect(await proveCode({ email: EMAIL, code })).toBeNull()
  })

  test.each([[{}], [{ email: EMAIL }], [{ email: 5, code: {} }], [{ email: EMAIL, code: '' }]])(
    '%j proves nothing',
    async (input) => {
      await mailed()
      expect(await proveCode(input)).toBeNull()
    },
  )

  test('is never kept: only its keyed hash is', async () => {
    const { code, token } = await mailed()
    const kept = JSON.stringify(await (await db()).select().from(signInCodes))
    expect(kept).not.toContain(`"${code}"`)
    expect(kept).not.toContain(token)
  })
})

describe('a link', () => {
  test('is used up by the proof and not by looking, and with it its code', async () => {
    const { id } = await makePerson('Aysel', '', EMAIL)
    const { code, token, link } = await mailed(EMAIL, '/me')
    expect(link).toBe(`http://localhost:3000/sign-in/link/${token}`)
    expect(await linkByToken(token)).toEqual({ email: EMAIL, next: '/me' })
    expect(await linkByToken(token)).toEqual({ email: EMAIL, next: '/me' })
    expect(await proveLink({ token })).toBe(id)
    expect(await proveLink({ token })).toBeNull()
    expect(await linkByToken(token)).toBeNull()
    expect(await proveCode({ email: EMAIL, code })).toBeNull()
  })

  test('runs out, and an invented one is nobody’s', async () => {
    const { token } = await mailed()
    minutesLater(CODE_MINUTES + 1)
    expect(await proveLink({ token })).toBeNull()
    expect(await linkByToken(token)).toBeNull()
    expect(await proveLink({ token: 'invented' })).toBeNull()
    expect(await proveLink({})).toBeNull()
  })
})

test('a disabled person is admitted by neither', async () => {
  const { id } = await makePerson('Aysel', '', EMAIL)
  await (await db()).update(persons).set({ disabledAt: START }).where(eq(persons.id, id))
  const { code } = await mailed()
  expect(await proveCode({ email: EMAIL, code })).toBeNull()
  const { token } = await mailed()
  expect(await proveLink({ token })).toBeNull()
  expect(await (await db()).select().from(persons)).toHaveLength(1)
})

test('five mails to an address in a quarter of an hour, and no more until it is over', async () => {
  for (let sent = 0; sent < 5; sent++) await sendCode({ email: EMAIL })
  expect(await sendCode({ email: EMAIL.toUpperCase() })).toMatchObject({
    code: 'slow-down',
    values: { minutes: 15 },
  })
  expect(await sendCode({ email: 'other@people.example' })).toMatchObject({ email: 'other@people.example' })
  minutesLater(16)
  expect(await sendCode({ email: EMAIL })).toMatchObject({ email: EMAIL })
})

test('outside of the demo an example address proves nothing', async () => {
  await makePerson('Organizer', '', 'organizer@example.org')
  expect(await proveDemo({ email: 'organizer@example.org' })).toBeNull()
})
