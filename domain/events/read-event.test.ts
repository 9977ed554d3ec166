import { expect, test } from 'vitest'
import { drawSetupCode, readSetupCode } from '../editions/setup-code'
import { readEvent, type TypedEvent } from './read-event'

const TYPED: TypedEvent = {
  ...{ name: ' Azərbaycan milli finalı ', slug: '', level: 'national', country: 'AZ', city: 'Bakı' },
  ...{ timeZone: '', latitude: '', longitude: '', startsAt: '2027-05-21T09:00', endsAt: '2027-05-22T19:00' },
  ...{ registrationOpensAt: '', registrationClosesAt: '2027-05-15T23:59' },
}

test('what is left empty is proposed, and times are those of the place', () => {
  expect(readEvent(TYPED)).toEqual({
    ...{
      name: 'Azərbaycan milli finalı',
      slug: 'azerbaijan',
      level: 'national',
      country: 'AZ',
      city: 'Bakı',
    },
    ...{ timeZone: 'Asia/Baku', latitude: 40.38, longitude: 49.85 },
    ...{ startsAt: new Date('2027-05-21T05:00:00Z'), endsAt: new Date('2027-05-22T15:00:00Z') },
    ...{ registrationOpensAt: null, registrationClosesAt: new Date('2027-05-15T19:59:00Z') },
  })
})

test.each([
  [
    { latitude: '40,41', longitude: '-49.5' },
    { latitude: 40.41, longitude: -49.5 },
  ],
  [{ timeZone: 'Europe/Paris' }, { timeZone: 'Europe/Paris', startsAt: new Date('2027-05-21T07:00:00Z') }],
  [{ level: 'city' as const, city: 'Sumqayıt' }, { slug: 'sumqayit' }],
  [
    { level: 'city' as const, city: 'Минск', country: 'BY' },
    { slug: 'belarus', timeZone: 'Europe/Minsk' },
  ],
  [{ level: 'international' as const }, { slug: 'international' }],
  [{ slug: 'final' }, { slug: 'final' }],
  [
    { country: 'US', city: 'Chicago' },
    { timeZone: 'America/Chicago', slug: 'united-states' },
  ],
])('with %j it has %j', (change, expected) => {
  expect(readEvent({ ...TYPED, ...change })).toMatchObject(expected)
})

test.each([
  [{ country: '' }, 'country-unknown', 'country'],
  [{ city: ' ' }, 'city-unnamed', 'city'],
  [{ country: 'US', city: 'Springfield' }, 'zone-needed', 'timeZone'],
  [{ startsAt: '' }, 'date-malformed', 'startsAt'],
  [{ endsAt: 'tomorrow' }, 'date-malformed', 'endsAt'],
  [{ registrationOpensAt: '21.05.2027' }, 'date-malformed', 'registrationOpensAt'],
])('with %j it is refused', (change, code, field) => {
  expect(readEvent({ ...TYPED, ...change })).toMatchObject({ code, field })
})

test('a setup code is read however it is typed', () => {
  const code = drawSetupCode((below) => below - 1)
  expect(code).toBe('9999-9999')
  expect(['9999-9999', ' 9999 9999', '99999999', '9999–9999'].map(readSetupCode)).toEqual(Array(4).fill(code))
  expect(readSetupCode('k7wd rt9m')).toBe('K7WD-RT9M')
})
