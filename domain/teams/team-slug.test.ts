import { expect, test } from 'vitest'
import { teamSlug } from './team-slug'

test.each([
  ['Xəzər Sat', [], 'xezer-sat'],
  ['İpək Yolu Tracker', [], 'ipek-yolu-tracker'],
  ['Qız Qalası Labs', [], 'qiz-qalasi-labs'],
  ['Seismo-24', [], 'seismo-24'],
  ['  <script>  ', [], 'script'],
  ['Команда', [], 'team'],
  ['Ulduz', ['ulduz'], 'ulduz-2'],
  ['Ulduz', ['ulduz', 'ulduz-2'], 'ulduz-3'],
])('%s beside %j is at %s', (name, taken, slug) => {
  expect(teamSlug(name, new Set(taken))).toBe(slug)
})
