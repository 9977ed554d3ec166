import { expect, test } from 'vitest'
import { countedScores } from './counted-scores'
import { rank } from './rank'
import { ballot, cell, final } from './testing'

const FAILS = { gate: 0, a: 9, b: 9, c: 9 }

test('they are the ballots that the official ranking counts, and no other', () => {
  const input = final(
    [
      ballot('J1 X: 8 6 7'),
      ballot('P X: 6 6 6'),
      ballot('J3 X: 9 9 9', { setAside: true }),
      ballot('J1 Y: 5 5 5'),
      ballot('P Y: 10 10 10'),
      ballot('J3 Y: 4 6 5'),
      ballot('H Y: 1 1 1'),
      ballot('J3 Z: 7 7 7', { status: 'draft' }),
      ballot('P Z: 3 3 3'),
      ballot('J1 withdrawn: 9 9 9'),
      ballot('J1 failed', { marks: FAILS }),
      ballot('P failed', { marks: FAILS }),
    ],
    {
      entries: ['X', 'Y', 'Z', 'failed', 'withdrawn'].map((id) => ({ id, withdrawn: id === 'withdrawn' })),
      conflicts: [cell('P Y')],
    },
  )
  const scores = countedScores(input)
  const sorted = scores.map(({ entry, juror, value }) => `${entry} ${juror} ${value}`).sort()
  expect(sorted).toEqual(['X J1 72.5', 'X P 60', 'Y J1 50', 'Y J3 47.5', 'Z P 30'])
  expect(rank(input).ranking.map(({ entry, n }) => [entry, n])).toEqual(
    expect.arrayContaining([
      ['X', 2],
      ['Y', 2],
      ['Z', 1],
    ]),
  )
})
