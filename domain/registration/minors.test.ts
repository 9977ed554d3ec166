import { expect, test } from 'vitest'
import { birthDay, calendarDay, isMinorOn } from './minors'

test.each([
  ['2000-05-26', '2018-05-25', true],
  ['2000-05-25', '2018-05-25', false],
  ['2000-05-24', '2018-05-25', false],
  ['2000-02-29', '2018-02-28', true],
  ['2000-02-29', '2018-03-01', false],
  ['2017-01-01', '2018-05-25', true],
])('born on %s, on %s a minor: %s', (born, day, minor) => expect(isMinorOn(born, day)).toBe(minor))

test.each([
  ['2001-03-04', '2001-03-04'],
  [' 2001-03-04 ', '2001-03-04'],
  ['2001-02-29', 'birth-malformed'],
  ['2018-05-26', 'birth-malformed'],
  ['1890-01-01', 'birth-malformed'],
  ['4.3.2001', 'birth-malformed'],
  ['', 'birth-malformed'],
])('a day of birth written “%s”: %s', (written, outcome) => {
  const read = birthDay(written, '2018-05-25')
  expect(typeof read === 'string' ? read : read.code).toBe(outcome)
})

test('the day is that of the event’s zone', () => {
  const instant = new Date('2018-05-24T21:00:00Z')
  expect(calendarDay(instant, 'Asia/Baku')).toBe('2018-05-25')
  expect(calendarDay(instant, 'Europe/Paris')).toBe('2018-05-24')
})
