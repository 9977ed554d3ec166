import { expect, test } from 'vitest'
import { COUNTRIES, isTimeZone, proposePlace, TIME_ZONES } from './propose-place'

test.each([
  ['AZ', 'Baku', ['Asia/Baku', 40.38, 49.85]],
  ['AZ', 'Gəncə', ['Asia/Baku', 40.38, 49.85]],
  ['FR', 'Toulouse', ['Europe/Paris', 48.87, 2.33]],
  // Two zones, one clock.
  ['DE', 'Köln', ['Europe/Berlin', 52.5, 13.37]],
  // Several clocks: only the city a zone is named after tells which.
  ['US', 'new york', ['America/New_York', 40.71, -74.01]],
  ['US', 'Springfield', [null, 40.71, -74.01]],
  ['PT', 'Azores', ['Atlantic/Azores', 37.73, -25.67]],
  ['BR', 'São Paulo', ['America/Sao_Paulo', -23.53, -46.62]],
  ['AR', 'Buenos Aires', ['America/Argentina/Buenos_Aires', -34.6, -58.45]],
] as const)('%s, %s', (country, city, [timeZone, latitude, longitude]) => {
  expect(proposePlace(country, city)).toEqual({ timeZone, latitude, longitude })
})

test('an unknown country has no place', () => {
  expect(proposePlace('QQ', 'Baku')).toBeNull()
  expect(proposePlace('', '')).toBeNull()
})

test('every country has a place on the map, and every zone is known here', () => {
  for (const country of COUNTRIES) {
    const place = proposePlace(country, '')
    expect(place && Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180, country).toBe(true)
  }
  expect(TIME_ZONES.filter((zone) => !isTimeZone(zone))).toEqual([])
  expect(isTimeZone('Mars/Olympus')).toBe(false)
  expect(isTimeZone('+04:00')).toBe(false)
})
