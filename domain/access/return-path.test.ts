import { expect, test } from 'vitest'
import { returnPath } from './return-path'

test.each([
  ['/', '/'],
  ['/me', '/me'],
  ['/j/ABCDEF?from=qr#team', '/j/ABCDEF?from=qr#team'],
  ['/actinspace-2018/az%C9%99', '/actinspace-2018/az%C9%99'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['me', '/'],
  [`/${'a'.repeat(500)}`, '/'],
  [undefined, '/'],
  [['/me'], '/'],
])('%j leads to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path)
})
