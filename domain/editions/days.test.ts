import { expect, test } from 'vitest'
import { daysBetween, laterDay, sameWeekday } from './days'

test.each([
  ['2018-05-25', '2018-05-25', 0],
  ['2018-05-25', '2019-05-24', 364],
  ['2024-02-28', '2024-03-01', 2],
  ['2027-10-31', '2027-03-28', -217],
])('from %s to %s it is %d days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days)
  expect(laterDay(from, days)).toBe(to)
})

test.each([
  ['2018-05-25', 1, '2019-05-24'],
  ['2018-05-25', 2, '2020-05-22'],
  ['2018-05-25', 9, '2027-05-28'],
  ['2018-05-25', 0, '2018-05-25'],
])('%s, %d years on, is the same weekday of that season: %s', (day, years, expected) => {
  expect(sameWeekday(day, years)).toBe(expected)
  expect(new Date(expected).getUTCDay()).toBe(new Date(day).getUTCDay())
})
