import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMessages } from '@/messages/read'
import { renderMail } from './render-mail'

const sources = execFileSync('git', ['ls-files', 'server'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
const templates = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/template: '([a-z-]+)'/g)].map((found) => found[1] ?? ''),
)

test.each([...new Set(templates)])('the mail “%s” has its words', (template) => {
  const words: Record<string, { subject: string; text: string }> = readMessages('en').mail
  expect(words[template]).toEqual({ subject: expect.stringMatching(/./), text: expect.stringMatching(/./) })
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

test('a mail with a hole in it is not sent', () => {
  expect(() => renderMail({ template: 'sign-in', locale: 'en', values: { code: '1' } })).toThrow('link')
})
