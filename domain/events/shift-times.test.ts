import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftTimes } from './shift-times'
import { instantIn, wallClock } from './wall-clock'

const moment = (timeZone: string, local: string) => ({ timeZone, at: instantIn(timeZone, local) as Date })

test.each([
  [
    'a year on, in the same zone',
    'Asia/Baku',
    '2018-05-25T09:00',
    'Asia/Baku',
    '2019-05-24T09:00',
    {
      '2018-05-01T00:00': '2019-04-30T00:00',
      '2018-05-25T09:00': '2019-05-24T09:00',
      '2018-05-26T11:00': '2019-05-25T11:00',
    },
  ],
  [
    'over the spring change',
    'Europe/Paris',
    '2026-05-15T09:00',
    'Europe/Paris',
    '2027-03-27T09:00',
    {
      '2026-05-15T18:00': '2027-03-27T18:00',
      '2026-05-16T01:30': '2027-03-28T01:30',
      '2026-05-16T11:00': '2027-03-28T11:00',
    },
  ],
  [
    'over the autumn change',
    'Europe/Paris',
    '2026-05-15T09:00',
    'Europe/Paris',
    '2027-10-30T09:00',
    {
      '2026-05-15T23:59': '2027-10-30T23:59',
      '2026-05-16T11:00': '2027-10-31T11:00',
    },
  ],
  [
    'from a zone to another',
    'Asia/Baku',
    '2018-05-25T09:00',
    'America/New_York',
    '2027-03-13T10:00',
    {
      '2018-05-25T13:00': '2027-03-13T14:00',
      '2018-05-26T11:00': '2027-03-14T12:00',
    },
  ],
  [
    'into the hour that is skipped',
    'Europe/Paris',
    '2026-05-15T09:00',
    'Europe/Paris',
    '2027-03-27T09:00',
    {
      '2026-05-16T02:30': '2027-03-28T03:30',
      // After it by as long as it was, for 03:00 would be before.
      '2026-05-16T03:00': '2027-03-28T04:00',
      '2026-05-16T05:00': '2027-03-28T05:00',
    },
  ],
] as const)('%s', (_name, fromZone, fromLocal, toZone, toLocal, expected) => {
  const [from, to] = [moment(fromZone, fromLocal), moment(toZone, toLocal)]
  const times = Object.keys(expected).map((local) => moment(fromZone, local).at)
  const shifted = shiftTimes(times, from, to).map((time) => wallClock(toZone, time))
  expect(shifted).toEqual(Object.values(expected))
})

test('an hour that is shown twice keeps what came first', () => {
  const from = { timeZone: 'Europe/Paris', at: new Date('2027-10-30T07:00:00Z') }
  const twice = [new Date('2027-10-31T01:15:00Z'), new Date('2027-10-31T00:30:00Z')]
  const to = moment('Europe/Paris', '2028-05-13T09:00')
  expect(shiftTimes(twice, from, to)).toEqual([
    new Date('2028-05-14T01:15:00Z'),
    new Date('2028-05-14T00:30:00Z'),
  ])
})

test('the beginning itself stays where it is said to be, whatever the hours before it do', () => {
  const from = moment('Europe/Paris', '2026-05-15T03:00')
  const to = moment('Europe/Paris', '2027-03-28T03:00')
  const times = ['2026-05-15T02:00', '2026-05-15T02:30', '2026-05-15T03:00', '2026-05-15T03:30']
  const shifted = shiftTimes(
    times.map((local) => moment('Europe/Paris', local).at),
    from,
    to,
  )
  expect(shifted.map((time) => wallClock('Europe/Paris', time).slice(11))).toEqual([
    '01:00',
    '01:30',
    '03:00',
    '03:30',
  ])
})

const ZONES = [
  'Asia/Baku',
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
]
const zone = fc.constantFrom(...ZONES)
/** Days around which Europe's clocks change, and any other. */
const day = fc.oneof(
  fc.constantFrom('2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'),
  fc
    .integer({ min: 0, max: 3_000 })
    .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)),
)
const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const [hours, minutes] = [Math.floor(quarter / 4), (quarter % 4) * 15]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
})
const beginning = fc.tuple(zone, day, clock).map(([timeZone, on, time]) => moment(timeZone, `${on}T${time}`))
/** Quarters of an hour from ten days before to ten days after. */
const quarters = fc.array(fc.integer({ min: -960, max: 960 }), { minLength: 1, maxLength: 12 })

test('the order of all times holds, and what was at once stays at once', () => {
  fc.assert(
    fc.property(beginning, beginning, quarters, (from, to, steps) => {
      const times = steps.map((step) => new Date(from.at.getTime() + step * 900_000))
      const shifted = shiftTimes(times, from, to)
      for (const [a, one] of times.entries())
        for (const [b, other] of times.entries())
          expect(Math.sign(+(shifted[a] as Date) - +(shifted[b] as Date))).toBe(Math.sign(+one - +other))
    }),
    {
      numRuns: 300,
      examples: [
        [moment('Europe/Paris', '2027-10-30T09:00'), moment('UTC', '2027-03-28T09:00'), [66, 68, 69, 70, 72]],
      ],
    },
  )
})

test('between zones whose clocks never change every time keeps its place on the wall', () => {
  const steady = fc.constantFrom('Asia/Baku', 'Asia/Kathmandu', 'UTC')
  const steadily = fc
    .tuple(steady, day, clock)
    .map(([timeZone, on, time]) => moment(timeZone, `${on}T${time}`))
  fc.assert(
    fc.property(steadily, steadily, quarters, (from, to, steps) => {
      const times = steps.map((step) => new Date(from.at.getTime() + step * 900_000))
      const far = (start: Date) => (time: Date) => +time - +start
      expect(shiftTimes(times, from, to).map(far(to.at))).toEqual(times.map(far(from.at)))
    }),
  )
})

test('moved there and back a time is the same again, where no clock changes on the way', () => {
  const [from, to] = [
    moment('Europe/Paris', '2027-06-12T09:00'),
    moment('America/New_York', '2028-07-01T09:00'),
  ]
  fc.assert(
    fc.property(quarters, (steps) => {
      const times = steps.map((step) => new Date(from.at.getTime() + step * 900_000))
      expect(shiftTimes(shiftTimes(times, from, to), to, from)).toEqual(times)
    }),
  )
})

test('on the days Europe’s clocks change, a time outside the changed hours stands on the wall where it stood', () => {
  const from = moment('Asia/Baku', '2026-05-15T09:00')
  fc.assert(
    fc.property(
      fc.constantFrom('2027-03-27T09:00', '2027-10-30T09:00'),
      fc.integer({ min: 0, max: 200 }),
      (start, step) => {
        const time = new Date(from.at.getTime() + step * 900_000)
        const local = wallClock('Asia/Baku', time)
        fc.pre(local.slice(0, 10) !== '2026-05-16' || local.slice(11) < '02:00' || local.slice(11) >= '03:00')
        const [shifted] = shiftTimes([time], from, moment('Europe/Paris', start))
        expect(shifted && wallClock('Europe/Paris', shifted).slice(11)).toBe(local.slice(11))
      },
    ),
  )
})
