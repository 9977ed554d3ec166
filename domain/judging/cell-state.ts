import type { Criterion, Marks } from './ballot-total'
import type { BallotState } from './states'

/** What the desk sees of a juror's ballot for a team. */
export type CellState =
  | 'sent'
  | 'complete'
  | 'part'
  | 'unopened'
  | 'conflict'
  | 'recused'
  | 'absent'
  | 'set-aside'
  | 'off'

export interface Cell {
  readonly state: CellState
  /** Marks given on weighted criteria. */
  readonly given: number
}

/** The state of an assigned ballot, by what stands over it first: a conflict, a set-aside, its own status, its marks. */
export function cellState(
  criteria: readonly Criterion[],
  sheet: { status: BallotState; setAside: boolean; conflict: boolean; marks: Marks },
): Cell {
  const weighted = criteria.filter(({ kind }) => kind === 'weighted')
  const given = weighted.filter(({ id }) => typeof sheet.marks[id] === 'number').length
  if (sheet.conflict) return { state: 'conflict', given: 0 }
  if (sheet.setAside) return { state: 'set-aside', given }
  if (sheet.status === 'submitted') return { state: 'sent', given }
  if (sheet.status !== 'draft') return { state: sheet.status, given: 0 }
  if (given === weighted.length) return { state: 'complete', given }
  return { state: given > 0 ? 'part' : 'unopened', given }
}
