import type { Look } from '@/server/ranking/compute-ranking'

export interface Question {
  readonly entries: readonly string[]
  readonly gate: boolean
}

/** Groups the ladder leaves tied without a decision, and gates nobody has confirmed. */
export function questionsOf({ ranking }: Look): Question[] {
  const tied = ranking.ties
    .flatMap(({ shared }) => shared)
    .filter(({ confirmedBy }) => confirmedBy === null)
    .map(({ entries }) => ({ entries, gate: false }))
  const gates = ranking.gates.flatMap((gate) =>
    gate.code === 'GATE_UNCONFIRMED' ? [{ entries: [gate.detail.entry], gate: true }] : [],
  )
  return [...gates, ...tied]
}
