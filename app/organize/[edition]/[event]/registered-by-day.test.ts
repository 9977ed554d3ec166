import { expect, test } from 'vitest'
import { registeredByDay } from './registered-by-day'

test('days end at midnight of the venue', () => {
  const instants = ['2018-05-01T10:00Z', '2018-05-01T19:59Z', '2018-05-01T20:00Z', '2018-05-03T00:00Z'].map(
    (at) => new Date(at),
  )
  const [from, to] = [new Date('2018-05-01T04:00Z'), new Date('2018-05-03T06:00Z')]
  expect(registeredByDay(instants, 'Asia/Baku', from, to)).toEqual([
    { day: '2018-05-01', total: 2 },
    { day: '2018-05-02', total: 3 },
    { day: '2018-05-03', total: 4 },
  ])
})
