import 'server-only'
import type { RankedRecord } from './ranking-of'

/** Entries whose order, or whose one gate, the jury has to decide. */
export interface Question {
  readonly entries: readonly string[]
  readonly gate: boolean
}

/** Gates nobody has confirmed, and groups the ladder leaves tied without a decision. */
export function openQuestions({ ranking }: Pick<RankedRecord, 'ranking'>): Question[] {
  const tied = ranking.ties
    .flatMap(({ shared }) => shared)
    .filter(({ confirmedBy }) => confirmedBy === null)
    .map(({ entries }) => ({ entries, gate: false }))
  const gates = ranking.gates.flatMap((gate) =>
    gate.code === 'GATE_UNCONFIRMED' ? [{ entries: [gate.detail.entry], gate: true }] : [],
  )
  return [...gates, ...tied]
}
