import { expect, test } from 'vitest'
import { instantIn } from '../events/wall-clock'
import { wallMoment } from './wall-moment'

test.each([
  ['Asia/Baku', '2018-05-26T07:00:00Z', ['2018-05-26', '11:00', 'UTC+4', null, null]],
  ['Asia/Baku', '2027-03-27T20:00:00Z', ['2027-03-28', '00:00', 'UTC+4', '2027-03-27', null]],
  // Spring: from 02:00 to 03:00 in one step.
  ['Europe/Paris', '2027-03-28T00:59:00Z', ['2027-03-28', '01:59', 'UTC+1', null, null]],
  ['Europe/Paris', '2027-03-28T01:00:00Z', ['2027-03-28', '03:00', 'UTC+2', null, null]],
  ['Europe/Paris', '2027-03-27T23:00:00Z', ['2027-03-28', '00:00', 'UTC+1', '2027-03-27', null]],
  ['Europe/Paris', '2027-03-28T22:00:00Z', ['2027-03-29', '00:00', 'UTC+2', '2027-03-28', null]],
  // Autumn: 02:30 is shown twice.
  ['Europe/Paris', '2027-10-31T00:30:00Z', ['2027-10-31', '02:30', 'UTC+2', null, 'first']],
  ['Europe/Paris', '2027-10-31T01:30:00Z', ['2027-10-31', '02:30', 'UTC+1', null, 'second']],
  ['Europe/Paris', '2027-10-31T02:00:00Z', ['2027-10-31', '03:00', 'UTC+1', null, null]],
  ['Europe/Paris', '2027-10-31T23:00:00Z', ['2027-11-01', '00:00', 'UTC+1', '2027-10-31', null]],
  // Half an hour only.
  ['Australia/Lord_Howe', '2027-04-03T14:45:00Z', ['2027-04-04', '01:45', 'UTC+11', null, 'first']],
  ['Australia/Lord_Howe', '2027-04-03T15:15:00Z', ['2027-04-04', '01:45', 'UTC+10:30', null, 'second']],
  ['UTC', '2027-10-31T00:00:00Z', ['2027-10-31', '00:00', 'UTC+0', '2027-10-30', null]],
] as const)('in %s, %s', (zone, instant, [day, clock, offset, endsDay, shownTwice]) => {
  expect(wallMoment(zone, new Date(instant))).toEqual({ day, clock, offset, endsDay, shownTwice })
})

test.each([
  ['Europe/Paris', '2027-03-28T02:30', '03:30'],
  ['Europe/Paris', '2027-03-28T03:00', '03:00'],
  ['Europe/Paris', '2027-10-31T00:00', '00:00'],
  ['Asia/Baku', '2027-10-31T23:59', '23:59'],
])('typed in %s as %s, it is read back as %s', (zone, typed, clock) => {
  const instant = instantIn(zone, typed)
  expect(instant && wallMoment(zone, instant).clock).toBe(clock)
})
