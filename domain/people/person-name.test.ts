import { expect, test } from 'vitest'
import { personName } from './person-name'

test.each([
  ['Aysel', 'Aysel'],
  ['  Əli Rza  ', 'Əli Rza'],
  ["D'Arc-O’Neil", "D'Arc-O’Neil"],
  ['Zoe\u0308', 'Zoë'],
  ['王小明', '王小明'],
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['<script>', '<script>'],
  ['=HYPERLINK("x")', '=HYPERLINK("x")'],
  ['Aysel\u202Egnp', 'Ayselgnp'],
])('%j is kept as %j', (written, name) => {
  expect(personName(written)).toBe(name)
})

test.each([
  ['', 'name-unreadable'],
  ['   ', 'name-unreadable'],
  ['\u200b\u200d\ufeff', 'name-unreadable'],
  ['—', 'name-unreadable'],
  ['Aysel\r\nBcc: x', 'name-unreadable'],
  ['a'.repeat(101), 'name-long'],
])('%j is refused as %s', (written, code) => {
  expect(personName(written, 'familyName')).toMatchObject({ refused: true, code, field: 'familyName' })
})
