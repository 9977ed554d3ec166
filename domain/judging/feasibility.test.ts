import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, feasibilityOf } from './feasibility'

const DAY: Day = {
  teams: 24,
  jurors: 17,
  pitchMinutes: 8,
  turnoverMinutes: 2,
  rooms: 2,
  ballotsPerTeam: 5,
  windowMinutes: 180,
}

test('24 teams × 10 min in one room = 4 h; two rooms and 5 ballots a team: 2 h, 3 to 4 ballots a juror an hour', () => {
  const full = {
    rooms: 1,
    ballotsPerTeam: 17,
    minutes: 240,
    ballots: 408,
    ballotsPerJuror: [24, 24],
    ballotsPerJurorHour: [6, 6],
  }
  expect(feasibilityOf(DAY)).toEqual({
    full,
    chosen: {
      rooms: 2,
      ballotsPerTeam: 5,
      minutes: 120,
      ballots: 120,
      ballotsPerJuror: [7, 8],
      ballotsPerJurorHour: [3, 4],
    },
    fits: true,
    proposal: {
      kind: 'sampled',
      course: {
        rooms: 2,
        ballotsPerTeam: 8,
        minutes: 120,
        ballots: 192,
        ballotsPerJuror: [11, 12],
        ballotsPerJurorHour: [5, 6],
      },
    },
  })
  expect(feasibilityOf({ ...DAY, windowMinutes: 240 })?.proposal).toEqual({ kind: 'full', course: full })
  expect(feasibilityOf({ ...DAY, windowMinutes: null })?.proposal).toEqual({ kind: 'full', course: full })
})

test('seven jurors cannot fill two rooms with five each, so the second room saves no time', () => {
  const small = feasibilityOf({ ...DAY, jurors: 7 })
  expect(small).toMatchObject({ chosen: { rooms: 1, ballotsPerTeam: 5, minutes: 240 }, fits: false })
  expect(small?.proposal).toMatchObject({
    kind: 'two-rounds',
    course: { rooms: 2, ballotsPerTeam: 3, minutes: 120 },
    finalists: 6,
  })
})

test('where time is left for no final, three ballots a team are better than none', () => {
  expect(feasibilityOf({ ...DAY, jurors: 7, windowMinutes: 125 })?.proposal).toMatchObject({
    kind: 'sampled',
    course: { rooms: 2, ballotsPerTeam: 3 },
  })
})

test('what cannot fit is said with what could', () => {
  expect(feasibilityOf({ ...DAY, jurors: 5, windowMinutes: 120 })?.proposal).toEqual({
    kind: 'too-long',
    teams: 12,
    pitchMinutes: 3,
  })
  expect(feasibilityOf({ ...DAY, windowMinutes: 30 })?.proposal).toEqual({
    kind: 'too-long',
    teams: 6,
    pitchMinutes: 0,
  })
})

test('without teams or jurors there is nothing to say', () => {
  expect(feasibilityOf({ ...DAY, teams: 0 })).toBe(null)
  expect(feasibilityOf({ ...DAY, jurors: 0 })).toBe(null)
})

test('whatever is proposed fits the window, and never asks a juror into two rooms', () => {
  const day = fc.record({
    teams: fc.integer({ min: 1, max: 200 }),
    jurors: fc.integer({ min: 1, max: 60 }),
    pitchMinutes: fc.integer({ min: 1, max: 20 }),
    turnoverMinutes: fc.nat(5),
    rooms: fc.integer({ min: 1, max: 12 }),
    ballotsPerTeam: fc.option(fc.integer({ min: 1, max: 20 })),
    windowMinutes: fc.option(fc.integer({ min: 1, max: 900 })),
  })
  fc.assert(
    fc.property(day, (day) => {
      const proposal = feasibilityOf(day)?.proposal
      if (!proposal || proposal.kind === 'too-long') return
      const final = proposal.kind === 'two-rounds' ? proposal.finalists : 0
      const minutes = proposal.course.minutes + final * (day.pitchMinutes + day.turnoverMinutes)
      expect(minutes).toBeLessThanOrEqual(day.windowMinutes ?? Number.POSITIVE_INFINITY)
      expect(proposal.course.rooms * proposal.course.ballotsPerTeam).toBeLessThanOrEqual(day.jurors)
    }),
  )
})
