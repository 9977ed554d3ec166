import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantIn, wallClock } from './wall-clock'

test.each([
  ['Asia/Baku', '2018-05-25T09:00', '2018-05-25T05:00:00.000Z'],
  ['Europe/Paris', '2018-01-10T00:00', '2018-01-09T23:00:00.000Z'],
  ['Asia/Kathmandu', '2018-06-01T12:00', '2018-06-01T06:15:00.000Z'],
  ['America/New_York', '2018-03-11T03:00', '2018-03-11T07:00:00.000Z'],
  ['Asia/Baku', '25.05.2018', null],
  ['Asia/Baku', '2018-13-45T09:00', null],
  ['Asia/Baku', '', null],
  ['Asia/Baku', '2018-02-31T10:00', null],
  ['Asia/Baku', '2018-05-25T24:00', null],
  ['Asia/Baku', '2018-05-25T09:00 or later', null],
  ['Asia/Baku', '0000-01-01T00:00', null],
  ['America/New_York', '9999-12-31T23:59', null],
  ['Asia/Baku', '2018-05-25 09:00:30', '2018-05-25T05:00:00.000Z'],
])('in %s %s is %s', (zone, local, instant) => {
  expect(instantIn(zone, local)?.toISOString() ?? null).toBe(instant)
})

test('what a clock without summer time shows leads back to its instant', () => {
  const minutes = fc.integer({ min: 25_000_000, max: 30_000_000 })
  fc.assert(
    fc.property(
      minutes,
      fc.constantFrom('Asia/Baku', 'UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati'),
      (at, zone) => {
        const instant = new Date(at * 60_000)
        expect(instantIn(zone, wallClock(zone, instant))).toEqual(instant)
      },
    ),
  )
})
