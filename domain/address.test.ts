import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAddress, plainAddress } from './address'

test.each([
  ['ActInSpace®', 'actinspace'],
  ['Azərbaycan milli finalı', 'azerbaycan-milli-finali'],
  ['  Space — 24 h ', 'space-24-h'],
  ['Хакатон', ''],
  [`${'a'.repeat(59)} and more`, 'a'.repeat(59)],
])('%s is at %j', (name, address) => {
  expect(plainAddress(name)).toBe(address)
})

test('whatever a name becomes can be an address, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      const address = plainAddress(name)
      expect(address === '' || isAddress(address)).toBe(true)
    }),
  )
})

test.each(['', '-a', 'a-', 'a--b', 'A', 'ə', 'a b', 'a/b', 'a'.repeat(61)])('%j is no address', (text) => {
  expect(isAddress(text)).toBe(false)
})
