import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { MAIL_TEMPLATES, type MailTemplate } from '@/domain/messages/mail-templates'
import { LANGUAGES } from '@/domain/people/languages'
import { readMessages } from '@/messages/read'
import { renderMail } from './render-mail'

type Words = Readonly<Record<string, { readonly subject: string; readonly text: string }>>

const wordsIn = (language: string): Words => readMessages(language).mail
const TEMPLATES = Object.keys(MAIL_TEMPLATES) as MailTemplate[]

/** The values a sentence asks for, by name and kind. What a plural says in each case is a sentence of its own. */
function placesOf(sentence: string): string[] {
  let depth = 0
  const found = new Set<string>()
  for (let at = 0; at < sentence.length; at += 1) {
    if (sentence[at] === '{' && depth++ % 2 === 0)
      found.add((/^\{\s*(\w+\s*(?:,\s*\w+)?)/.exec(sentence.slice(at))?.[1] ?? '?').replaceAll(/\s/g, ''))
    if (sentence[at] === '}') depth -= 1
  }
  return [...found].sort()
}

const sources = execFileSync('git', ['ls-files', 'server'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))

test('what is sent, what is listed and what has words are the same mails', () => {
  const sent = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/template: (?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(
      ([, one = '', other]) => (other ? [one, other] : [one]),
    ),
  )
  expect([...new Set(sent)].sort()).toEqual([...TEMPLATES].sort())
  for (const language of LANGUAGES) expect(Object.keys(wordsIn(language))).toEqual(TEMPLATES)
})

test.each(TEMPLATES)('“%s” asks for the same values in every language, and is said in each', (template) => {
  const said = LANGUAGES.map((language) => wordsIn(language)[template])
  for (const part of ['subject', 'text'] as const) {
    const [english, ...others] = said.map((words) => placesOf(words?.[part] ?? '').map(nameOf))
    for (const other of others) expect(other).toEqual(english)
  }
  if (template !== 'message') expect(new Set(said.map((words) => words?.text.slice(0, 40))).size).toBe(3)
})

const nameOf = (place: string) => place.split(',')[0]

const NAUGHTY = [
  '{x}',
  '{link} {count, plural, one {#} other {#}}',
  "'{' it’s } {{",
  '<b>bold</b> <script>alert(1)</script>',
  '1\r\nBcc: evil@people.example',
  'a\nb\u2028c\u2029d\u0085e\u000bf',
  '\u202Eesrever\u202C \u200F\u05D0',
  'Ədalət Şıxəliyeva-Ağaoğlu, İçərişəhər',
  '%s $& $1 \\u0041 &amp;',
]

const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u
const inOneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** The values a mail takes, each of them naughty; the numbers and instants are what they are. */
const valuesFor = (template: MailTemplate, naughty: string) => {
  const words = wordsIn('en')[template]
  const places = [...placesOf(words?.subject ?? ''), ...placesOf(words?.text ?? '')]
  const values = places.map((place) => {
    const kind = place.split(',')[1]
    const value = kind === 'plural' ? 3 : kind ? Date.parse('2018-05-25T05:00:00Z') : naughty
    return [nameOf(place) ?? '', value] as const
  })
  return { ...Object.fromEntries(values), timeZone: 'Asia/Baku' }
}

describe.each(LANGUAGES)('in %s', (locale) => {
  test.each(TEMPLATES)('“%s” holds any value literally, under a subject of one line', (template) => {
    for (const naughty of NAUGHTY) {
      const { subject, text } = renderMail({ template, locale, values: valuesFor(template, naughty) })
      expect(subject).toMatch(ONE_LINE)
      expect(subject).toContain(inOneLine(naughty))
      expect(text).toContain(naughty)
      // Beside the values nothing of a template is left unfilled.
      expect(`${subject}${text}`.replaceAll(naughty, '').replaceAll(inOneLine(naughty), '')).not.toMatch(
        /[{}]/,
      )
    }
  })
})

test.each([
  ['en', 'Friday 25 May 2018 at 09:00', 'Friday 25 May 2018 at 07:00'],
  ['fr', 'vendredi 25 mai 2018 à 09:00', 'vendredi 25 mai 2018 à 07:00'],
  ['az', '25 may 2018, cümə, saat 09:00', '25 may 2018, cümə, saat 07:00'],
])('a guardian reads in %s when it begins, by the clock of the event', (locale, baku, paris) => {
  const values = { ...valuesFor('guardian-asked', 'Aysel'), timeZone: 'Asia/Baku' }
  const read = (timeZone: string) =>
    renderMail({ template: 'guardian-asked', locale, values: { ...values, timeZone } }).text.replace(
      /(\w+),? (25)/,
      '$1 $2',
    )
  expect(read('Asia/Baku')).toContain(baku)
  expect(read('Europe/Paris')).toContain(paris)
})

test.each([
  ['en', 1, 'One ballot is still missing: Baku'],
  ['en', 5, '5 ballots are still missing: Baku'],
  ['fr', 1, 'Il manque encore un bulletin\u00a0: Baku'],
  ['fr', 5, 'Il manque encore 5 bulletins\u00a0: Baku'],
  ['az', 1, 'Hələ bir bülleten çatışmır: Baku'],
  ['az', 5, 'Hələ 5 bülleten çatışmır: Baku'],
])('in %s, of %i ballots: %s', (locale, count, subject) => {
  const values = { count, office: 'Rector', event: 'Baku', link: 'x' }
  expect(renderMail({ template: 'ballots-asked', locale, values }).subject).toBe(subject)
})

test('a mail holds its values as they are, and its subject is one line', () => {
  const values = { code: '1\r\nBcc: x', link: 'http://localhost:3000/x?a=1&b=<2>', minutes: 10 }
  const { subject, text } = renderMail({ template: 'sign-in', locale: 'en', values })
  expect(subject).toBe('1 Bcc: x is your Apogee code')
  expect(text).toContain('http://localhost:3000/x?a=1&b=<2>')
})

test.each(['nothing', 'toString', '__proto__'])('there is no mail “%s”', (template) => {
  expect(() => renderMail({ template, locale: 'en', values: {} })).toThrow('No mail template')
})

test.each(LANGUAGES)('a mail with a hole in it is not sent in %s', (locale) => {
  expect(() => renderMail({ template: 'sign-in', locale, values: { code: '1' } })).toThrow('link')
})
