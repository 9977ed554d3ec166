import type { Criterion } from '@/domain/judging/ballot-total'
import type { Cell } from './cells'
import type { Juror } from './decisions'
import type { Ballot, RankingInput } from './rank'

const scale = { min: 0, max: 10, step: 0.5 }

/** A gate, then a: 40, b: 20, c: 20, so that b and c are told apart by the order of the rubric alone. */
export const RUBRIC: readonly Criterion[] = [
  { id: 'gate', kind: 'gate', position: 0, weight: null, scale: { min: 0, max: 1, step: 1 } },
  { id: 'c', kind: 'weighted', position: 3, weight: 20, scale },
  { id: 'b', kind: 'weighted', position: 2, weight: 20, scale },
  { id: 'a', kind: 'weighted', position: 1, weight: 40, scale },
]

/** P presides and votes from the second seat; H is honorary. */
export const JURY: readonly Juror[] = [
  { id: 'J1', order: 1, voting: true, president: false },
  { id: 'P', order: 2, voting: true, president: true },
  { id: 'H', order: 3, voting: false, president: false },
  { id: 'J3', order: 4, voting: true, president: false },
]

/** 'J1 X' → a juror and an entry. */
export function cell(text: string): Cell {
  const [juror = '', entry = ''] = text.split(' ')
  return { juror, entry }
}

/** 'J1 X: 8 6 7' → a submitted ballot with a 8, b 6, c 7 that lets the entry through the gate. */
export function ballot(text: string, more: Partial<Ballot> = {}): Ballot {
  const [who = '', values = ''] = text.split(':')
  const [a = null, b = null, c = null] = values.split(' ').filter(Boolean).map(Number)
  return { ...cell(who), status: 'submitted', marks: { gate: 1, a, b, c }, ...more }
}

/** A final of the entries that its ballots name, with nothing missing, nothing decided and no place that promotes. */
export function final(ballots: readonly Ballot[], more: Partial<RankingInput> = {}): RankingInput {
  return {
    entries: [...new Set(ballots.map(({ entry }) => entry))].map((id) => ({ id })),
    jurors: JURY,
    criteria: RUBRIC,
    ballots,
    decisions: [],
    conflicts: [],
    assignments: ballots.map(({ juror, entry }) => ({ juror, entry })),
    slots: 0,
    minBallots: 1,
    ...more,
  }
}
