import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sideBySide } from './side-by-side'

const at = (clock: string) => new Date(`2018-05-26T${clock}:00Z`)
const item = (track: string | null, from: string, until: string | null) => ({
  ...{ track, startsAt: at(from), endsAt: until === null ? null : at(until) },
})

test('what overlaps stands together by track, in order of time; what has none stands alone', () => {
  const space = item('Space', '10:00', '12:00')
  const data = item('Data', '10:30', '11:00')
  const more = item('Data', '11:00', '12:30')
  const lunch = item(null, '12:30', '13:30')
  const late = item('Data', '13:30', null)
  expect(sideBySide([late, more, lunch, data, space])).toEqual([
    {
      ...{ startsAt: at('10:00'), endsAt: at('12:30') },
      tracks: [
        { name: 'Space', items: [space] },
        { name: 'Data', items: [data, more] },
      ],
    },
    { startsAt: at('13:30'), endsAt: at('13:30'), tracks: [{ name: 'Data', items: [late] }] },
  ])
})

test('every tracked item stands in one stretch, and no two stretches overlap', () => {
  const minute = fc.integer({ min: 0, max: 2000 })
  const any = fc.record({
    track: fc.option(fc.constantFrom('A', 'B', 'C')),
    startsAt: minute.map((m) => new Date(m * 60_000)),
    endsAt: fc.constant(null),
  })
  const items = fc.array(fc.tuple(any, fc.option(minute)), { maxLength: 20 })
  fc.assert(
    fc.property(items, (drawn) => {
      const all = drawn.map(([one, length]) => ({
        ...one,
        endsAt: length === null ? null : new Date(one.startsAt.getTime() + length * 60_000),
      }))
      const found = sideBySide(all)
      const shown = found.flatMap(({ tracks }) => tracks.flatMap((track) => track.items))
      expect(new Set(shown)).toEqual(new Set(all.filter(({ track }) => track !== null)))
      expect(shown).toHaveLength(new Set(shown).size)
      for (const [index, { startsAt }] of found.entries())
        if (index > 0) expect(startsAt >= (found[index - 1]?.endsAt ?? startsAt)).toBe(true)
    }),
  )
})
