import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rorId } from './ror'

const read = (written: string) => {
  const outcome = rorId(written)
  return typeof outcome === 'string' ? outcome : outcome.code
}

test.each([
  ['https://ror.org/04bs1pb34', '04bs1pb34'],
  ['ror.org/05dxps055', '05dxps055'],
  [' 042NB2S44 ', '042nb2s44'],
  ['042nb2s45', 'ror-malformed'],
  ['042bn2s44', 'ror-malformed'],
  ['142nb2s44', 'ror-malformed'],
  ['04lnb2s44', 'ror-malformed'],
  ['https://example.org/042nb2s44', 'ror-malformed'],
  ['', 'ror-malformed'],
])('“%s”: %s', (written, outcome) => expect(read(written)).toBe(outcome))

test('one digit wrong is always seen', () => {
  const id = '042nb2s44'
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'),
      (at, digit) => {
        fc.pre(id[at] !== digit)
        expect(read(id.slice(0, at) + digit + id.slice(at + 1))).toBe('ror-malformed')
      },
    ),
  )
})
