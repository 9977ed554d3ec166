import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawOrder } from './draw-order'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const teams = ['ulduz', 'skywell', 'agrosar', 'xezer-sat'].map((slug) => ({ slug }))

test('anybody can draw again: the order is that of the SHA-256 of seed and address', () => {
  expect(drawOrder(teams, 'Baku, 26 May 2018', sha256).map(({ slug }) => slug)).toEqual(
    teams
      .map(({ slug }) => slug)
      .sort((a, b) => (sha256(`Baku, 26 May 2018\n${a}`) < sha256(`Baku, 26 May 2018\n${b}`) ? -1 : 1)),
  )
})

test('the order teams are listed in changes nothing, and every team is drawn once', () => {
  const shuffled = fc.shuffledSubarray(teams, { minLength: teams.length })
  fc.assert(
    fc.property(fc.string(), shuffled, (seed, listed) => {
      expect(drawOrder(listed, seed, sha256)).toEqual(drawOrder(teams, seed, sha256))
      expect(new Set(drawOrder(listed, seed, sha256))).toEqual(new Set(teams))
    }),
  )
})
