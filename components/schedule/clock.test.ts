import { expect, test } from 'vitest'
import { clockIn, dayIn, hoursApart, hoursBetween, remaining, tellingUnits } from './clock'

const at = (iso: string) => new Date(iso)
const DEADLINE = at('2018-05-26T07:00:00Z')

test('one instant on two walls', () => {
  expect([clockIn(DEADLINE, 'Asia/Baku'), clockIn(DEADLINE, 'Europe/Paris')]).toEqual(['11:00', '09:00'])
  expect(dayIn(DEADLINE, 'Asia/Baku')).toBe('Sat 26 May')
})

test('midnight is 00:00 of the new day', () => {
  const midnight = at('2018-05-25T20:00:00Z')
  expect([clockIn(midnight, 'Asia/Baku'), dayIn(midnight, 'Asia/Baku')]).toEqual(['00:00', 'Sat 26 May'])
})

test.each([
  ['Asia/Baku', '2018-05-25T05:00:00Z', '2018-05-25T12:30:00Z', 3, ['09:00', '12:00', '15:00']],
  ['Asia/Kathmandu', '2018-05-25T00:00:00Z', '2018-05-25T03:00:00Z', 1, ['06:00', '07:00', '08:00']],
  ['Europe/Paris', '2018-03-25T00:00:00Z', '2018-03-25T03:00:00Z', 1, ['01:00', '03:00', '04:00', '05:00']],
])('full hours in %s', (zone, from, to, every, clocks) => {
  expect(hoursBetween(at(from), at(to), zone, every).map((instant) => clockIn(instant, zone))).toEqual(clocks)
})

test('an axis of a day and a half is marked every three hours, one of three days every six', () => {
  expect(hoursApart(at('2018-05-25T05:00:00Z'), at('2018-05-26T15:00:00Z'))).toBe(3)
  expect(hoursApart(at('2018-05-25T05:00:00Z'), at('2018-05-28T05:00:00Z'))).toBe(6)
})

test.each([
  [
    '2018-05-25T17:40:00Z',
    [
      ['hours', 13],
      ['minutes', 20],
    ],
  ],
  [
    '2018-05-24T08:00:00Z',
    [
      ['hours', 47],
      ['minutes', 0],
    ],
  ],
  [
    '2018-05-20T01:00:00Z',
    [
      ['days', 6],
      ['hours', 6],
    ],
  ],
  [
    '2018-05-26T06:59:01Z',
    [
      ['minutes', 0],
      ['seconds', 59],
    ],
  ],
  [
    '2018-05-27T00:00:00Z',
    [
      ['minutes', 0],
      ['seconds', 0],
    ],
  ],
])('from %s the deadline is %j away', (now, units) => {
  expect(tellingUnits(remaining(DEADLINE, at(now)))).toEqual(units)
})
