import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { POLICY, type Rule } from '@/domain/access/policy'
import { refuse } from '@/domain/refusal'
import { readMessages } from '@/messages/read'
import { sentenceOf } from './refusals'

const sources = execFileSync('git', ['ls-files', 'domain', 'server', 'app'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
const literal = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/refuse\(\s*'([a-z-]+)'/g)].map((found) => found[1]),
)
const rules: Rule[] = Object.values(POLICY)
const windows = rules.flatMap(({ when }) => (when ? [`closed-${when}`] : []))
const conditions = Object.entries<Rule>(POLICY).flatMap(([action, { only }]) =>
  only ? [`condition-${action}`] : [],
)

test('every refusal has a sentence', () => {
  const sentences = new Set(Object.keys(readMessages('en').refusals))
  const mute = [...literal, ...windows, ...conditions].filter((code) => code && !sentences.has(code))
  expect(literal.length).toBeGreaterThan(5)
  expect([...new Set(mute)]).toEqual([])
})

test('an hour that the clocks show twice is said with its offset, any other without', () => {
  const said = (at: string) => sentenceOf(refuse('too-late', { at, zone: 'Europe/Paris' }))
  expect(['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z', '2027-03-28T01:00:00Z'].map(said)).toEqual([
    'This closed on Sun, Oct 31, 02:30 UTC+2 (Paris). The organizer can still do it for you, with a reason.',
    'This closed on Sun, Oct 31, 02:30 UTC+1 (Paris). The organizer can still do it for you, with a reason.',
    'This closed on Sun, Mar 28, 03:00 (Paris). The organizer can still do it for you, with a reason.',
  ])
})
