import { expect, test } from 'vitest'
import { nest } from './nest'

const asoiu = { id: 'asoiu', root: 'asoiu' }
const ufaz = { id: 'ufaz', root: 'asoiu' }
const ada = { id: 'ada', root: 'ada' }

test.each([
  [
    'a part under its whole, wherever it came',
    [ufaz, ada, asoiu],
    [
      [ada, []],
      [asoiu, [ufaz]],
    ],
  ],
  [
    'a part alone stands by itself',
    [ufaz, ada],
    [
      [ufaz, []],
      [ada, []],
    ],
  ],
  ['nothing', [], []],
])('%s', (_, list, nested) => {
  expect(nest(list).map(({ whole, parts }) => [whole, parts])).toEqual(nested)
})
