import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arcPath } from './arc'
import { greatCircle } from './great-circle'
import { isLand } from './land'
import { partOfEarth, wholeEarth } from './projection'

const TOULOUSE = { lat: 43.6, lon: 1.44 }
const BAKU = { lat: 40.41, lon: 49.87 }

test.each([
  ['Toulouse', 43.6, 1.44, true],
  ['west of Baku', 40.4, 48.5, true],
  ['the Caspian', 41, 51.2, false],
  ['the Atlantic', 30, -40, false],
  ['Chukotka, over the date line', 67, -176, true],
  ['inland Australia', -25, 134, true],
  ['the Antarctic, which is left out', -80, 0, false],
])('%s', (_, lat, lon, land) => {
  expect(isLand(lat, lon)).toBe(land)
})

test('the shortest way from Toulouse to Baku bends north and keeps its ends', () => {
  const way = greatCircle(TOULOUSE, BAKU)
  expect(way[0]).toEqual(TOULOUSE)
  expect(way.at(-1)).toEqual(BAKU)
  expect(way[12]?.lat).toBeCloseTo(44.67, 1)
})

test('the way to a place itself or to its antipode is two places, not NaN', () => {
  expect(greatCircle(TOULOUSE, TOULOUSE)).toEqual([TOULOUSE, TOULOUSE])
  expect(greatCircle({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toHaveLength(2)
})

test('every arc on the whole Earth is made of numbers', () => {
  const place = fc.record({
    lat: fc.double({ min: -56, max: 78, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(place, place, (from, to) =>
      /^M[-\d. ]+([ML][-\d. ]+)+$/.test(arcPath(from, to, wholeEarth())),
    ),
  )
})

test('a part of the Earth runs from corner to corner', () => {
  const { project, width, height } = partOfEarth({ west: -10, east: 60, south: 36, north: 54 })
  expect(project({ lat: 54, lon: -10 })).toEqual({ x: 0, y: 0 })
  const { x, y } = project({ lat: 36, lon: 60 })
  expect(x).toBeCloseTo(width)
  expect(Math.abs(y - height)).toBeLessThan(1)
})
