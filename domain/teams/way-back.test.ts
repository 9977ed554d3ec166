import { expect, test } from 'vitest'
import { mayGoBack } from './way-back'

const CAME = new Date('2027-03-27T20:00:00Z')

// The night the clocks go forward is a day of 24 hours all the same.
test.each([
  ['2027-03-27T20:00:00Z', true],
  ['2027-03-28T19:59:59.999Z', true],
  ['2027-03-28T20:00:00Z', false],
  ['2027-03-29T00:00:00Z', false],
])('at %s: %s', (now, may) => {
  expect(mayGoBack(CAME, new Date(now))).toBe(may)
})
