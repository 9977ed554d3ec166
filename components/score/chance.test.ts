import { expect, test } from 'vitest'
import { chanceText } from './chance'

test('a chance is said in whole per cent, and never as certain', () => {
  expect([0, 0.004, 0.01, 0.146, 0.5, 0.985, 0.995, 1].map(chanceText)).toEqual([
    '< 1 %',
    '< 1 %',
    '1 %',
    '15 %',
    '50 %',
    '99 %',
    '> 99 %',
    '> 99 %',
  ])
})
