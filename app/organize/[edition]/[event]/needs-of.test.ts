import { expect, test } from 'vitest'
import { makeCompetition } from '@/db/factories'
import { testDatabase } from '@/db/testing'
import { needsOf } from './needs-of'

testDatabase()

const AT = new Date('2018-05-14T06:05:00Z')
const person = (more: object = {}) => ({ teamId: 'a', institutionId: 'i', confirmedAt: AT, ...more })
const team = (members: number) => ({
  id: `t${members}`,
  name: 'Lələ Nav',
  seats: 5,
  members: Array(members).fill(0),
})

test('what needs the organizer, the most urgent first', async () => {
  const { national } = await makeCompetition()
  const kinds = (more: object) =>
    needsOf({
      ...{ event: national, phase: 'registration', people: [person()], teams: [team(4)], jurors: 7, at: AT },
      ...more,
    }).map(({ kind, values }) => [kind, values])
  expect(kinds({})).toEqual([])
  expect(kinds({ phase: 'draft', people: [], teams: [], jurors: 0 })).toEqual([
    ['open-registration', {}],
    ['no-people', {}],
    ['no-jury', {}],
  ])
  const people = [person({ teamId: null }), person({ institutionId: null, confirmedAt: null })]
  expect(kinds({ people, teams: [team(1), team(5)] })).toEqual([
    ['without-team', { count: 1, teams: 1, seats: 4 }],
    ['small-team', { name: 'Lələ Nav', count: 1, min: 2 }],
    ['without-institution', { count: 1 }],
    ['unconfirmed', { count: 1 }],
  ])
  expect(kinds({ teams: [1, 1, 1, 1].map(team) })).toEqual([['small-teams', { count: 4, min: 2 }]])
})
