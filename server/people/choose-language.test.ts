import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { makePerson } from '@/db/factories'
import { auditEntries, outbox, personEmails } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { enqueueMail } from '../mail'
import { renderMail } from '../render-mail'
import { actorOf, nobody } from '../session'
import { chooseLanguage } from './choose-language'
import { ownLanguage } from './queries'

testDatabase()

test('what is mailed to somebody comes in the language they chose, and nobody else’s does', async () => {
  const [aysel, tural] = [await makePerson('Aysel'), await makePerson('Tural')]
  await (await db()).update(personEmails).set({ confirmedAt: new Date() })
  const actor = await actorOf(aysel.id)
  for (const language of ['fr', 'az'] as const)
    expect(await chooseLanguage(actor, { language })).toEqual({ language })
  expect([await ownLanguage(actor), await ownLanguage(await actorOf(tural.id))]).toEqual(['az', 'en'])
  for (const { email } of [aysel, tural])
    await enqueueMail({ to: email, template: 'place-free', values: { event: 'Baku', link: 'x' } })
  const mails = await (await db()).select().from(outbox).orderBy(outbox.createdAt, outbox.id)
  expect(mails.map((mail) => renderMail(mail).subject)).toEqual([
    'Sizin üçün yer var: Baku',
    'You have a place: Baku',
  ])
  const entries = await (await db())
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'choose-language'))
    .orderBy(auditEntries.ordinal)
  expect(entries.map(({ details }) => details)).toEqual([{ language: 'fr' }, { language: 'az' }])
})

test.each(['ru', '', 'EN', '__proto__'])('“%s” is no language mail is written in', async (language) => {
  const actor = await actorOf((await makePerson('Aysel')).id)
  expect(await chooseLanguage(actor, { language })).toMatchObject({ code: 'choice-unknown' })
  expect(await chooseLanguage(nobody(), { language: 'fr' })).toMatchObject({ code: 'sign-in' })
  expect(await ownLanguage(actor)).toBe('en')
})
