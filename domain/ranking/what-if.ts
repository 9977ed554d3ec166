import type { Marks } from '@/domain/judging/ballot-total'
import type { Cell } from './cells'
import { type Effect, effectOf, strongest } from './effect-of'
import type { Ballot, RankingInput } from './input'
import { type Ranking, rank } from './rank'

/** The ranking if one ballot were set aside, or counted again. */
export function ifSetAside(input: RankingInput, cell: Cell, setAside: boolean): Ranking {
  return rankWith(input, cell, (ballot) => ({ ...ballot, setAside }))
}

/** The ranking if one ballot were marked absent. */
export function ifAbsent(input: RankingInput, cell: Cell): Ranking {
  return rankWith(input, cell, (ballot) => ({ ...ballot, status: 'absent' }))
}

/**
 * The most that an open ballot can still change, whatever marks are added to those it has. The difference between two
 * fair averages is linear in one ballot's total, so that the lowest and the highest total show every change.
 */
export function mostItCanChange(input: RankingInput, before: Ranking, cell: Cell): Effect {
  const filled = (end: 'min' | 'max') =>
    rankWith(input, cell, (ballot) => ({
      ...ballot,
      status: 'submitted',
      marks: fill(input, ballot.marks, end),
    }))
  return strongest([effectOf(before, filled('min')), effectOf(before, filled('max'))])
}

/** The marks with the open weighted criteria at one end of their scales. A gate that was not answered is passed. */
function fill({ criteria }: RankingInput, marks: Marks, end: 'min' | 'max'): Marks {
  const open = criteria
    .filter(({ id }) => typeof marks[id] !== 'number')
    .map(({ id, kind, scale }) => [id, kind === 'gate' ? scale.max : scale[end]])
  return { ...marks, ...Object.fromEntries(open) }
}

function rankWith(input: RankingInput, cell: Cell, change: (ballot: Ballot) => Ballot): Ranking {
  const isIt = ({ juror, entry }: Cell) => juror === cell.juror && entry === cell.entry
  const unopened: Ballot = { ...cell, status: 'draft', marks: {} }
  const ballots = input.ballots.some(isIt) ? input.ballots : [...input.ballots, unopened]
  return rank({
    ...input,
    ballots: ballots.map((ballot) => (isIt(ballot) ? change(ballot) : ballot)),
    checkPairs: false,
  })
}
