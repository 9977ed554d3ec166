import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, unknownPlaceholder } from './fill'

const AYSEL = { name: 'Aysel', team: 'Xəzər Sat', event: 'Baku', link: 'https://a.example/me' }

test.each([
  ['Dear {name} of {team}', {}, 'Dear Aysel of Xəzər Sat'],
  ['Dear {name}', { name: '{link}' }, 'Dear {link}'],
  ['Dear {name}{team}', { name: '{te', team: 'am}' }, 'Dear {team}'],
  ['Dear {name}', { name: 'A\r\nBcc: evil@a.example' }, 'Dear A Bcc: evil@a.example'],
  [
    'Dear {name}',
    { name: '$& $1 {{constructor}} {0, plural, other {x}}' },
    'Dear $& $1 {{constructor}} {0, plural, other {x}}',
  ],
  ['{constructor} {__proto__}', {}, '{constructor} {__proto__}'],
])('%s', (text, values, read) => {
  expect(fill(text, { ...AYSEL, ...values })).toBe(read)
})

test.each([
  ['Dear {name}', null],
  ['Dear {nmae}', '{nmae}'],
  ['{name, select, other {x}}', '{x}'],
  ['{constructor}', '{constructor}'],
  ['a } b {', null],
])('%s: unknown is %s', (text, unknown) => {
  expect(unknownPlaceholder(text)).toBe(unknown)
})

test('no name changes what another place is filled with', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(fill('{name}|{team}', { ...AYSEL, name }).endsWith('|Xəzər Sat')).toBe(true)
    }),
  )
})
