import { expect, test } from 'vitest'
import { editionFault, isDay } from '../editions/new-edition'
import { eventFault } from './new-event'

const EVENT = {
  name: 'Azərbaycan milli finalı',
  slug: 'azerbaijan',
  country: 'AZ',
  city: 'Bakı',
  timeZone: 'Asia/Baku',
  latitude: 40.4,
  longitude: 49.9,
  startsAt: new Date('2027-05-21T05:00:00Z'),
  endsAt: new Date('2027-05-22T15:00:00Z'),
}

test.each([
  [{}, null],
  [{ name: ' \u3164 ' }, ['event-unnamed', 'name']],
  [{ slug: 'Bakı' }, ['address-malformed', 'slug']],
  [{ slug: 'organizations' }, ['address-reserved', 'slug']],
  [{ country: 'QQ' }, ['country-unknown', 'country']],
  [{ city: '–' }, ['city-unnamed', 'city']],
  [{ timeZone: 'Baku' }, ['zone-unknown', 'timeZone']],
  [{ timeZone: '' }, ['zone-unknown', 'timeZone']],
  [{ latitude: 90.1 }, ['coordinates-range', 'latitude']],
  [{ longitude: Number.NaN }, ['coordinates-range', 'longitude']],
  [{ capacity: 0 }, ['capacity-range', 'capacity']],
  [{ endsAt: EVENT.startsAt }, ['dates-order', 'endsAt']],
  [
    { registrationOpensAt: EVENT.endsAt, registrationClosesAt: EVENT.startsAt },
    ['dates-order', 'registrationClosesAt'],
  ],
])('an event with %j', (change, expected) => {
  const fault = eventFault({ ...EVENT, ...change })
  expect(fault && [fault.code, fault.field]).toEqual(expected)
})

const EDITION = { slug: 'actinspace-2027', ordinal: 7, year: 2027, scope: 'the world' }

test.each([
  [{}, null],
  [{ startsOn: '2027-05-21', endsOn: '2027-05-21' }, null],
  [{ slug: '' }, ['address-malformed', 'slug']],
  [{ year: 27 }, ['year-range', 'year']],
  [{ year: Number.NaN }, ['year-range', 'year']],
  [{ ordinal: 0 }, ['ordinal-range', 'ordinal']],
  [{ ordinal: 1.5 }, ['ordinal-range', 'ordinal']],
  [{ scope: '' }, ['scope-unnamed', 'scope']],
  [{ startsOn: '2027-02-31' }, ['day-malformed', 'startsOn']],
  [{ startsOn: '2027-05-22', endsOn: '2027-05-21' }, ['days-order', 'endsOn']],
])('an edition with %j', (change, expected) => {
  const fault = editionFault({ ...EDITION, ...change })
  expect(fault && [fault.code, fault.field]).toEqual(expected)
})

test.each(['2027-02-29', '2027-13-01', '27-01-01', '', '2027-05-21T00:00'])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false)
})
