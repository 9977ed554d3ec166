import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { POLICY, type Rule } from '@/domain/access/policy'
import { readMessages } from '@/messages/read'

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
