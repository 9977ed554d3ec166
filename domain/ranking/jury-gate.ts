import type { Criterion, Marks } from '@/domain/judging/ballot-total'
import type { FindDecision } from './decisions'
import type { Cell } from './design'

/** What the jury says about an entry at the gate. The ballots are the counted ones. */
export interface GateVerdict {
  readonly entry: string
  readonly fails: number
  readonly ballots: number
  readonly failed: boolean
  /** The president's decision that confirms the jury's no, or lifts it. */
  readonly decision: string | null
}

/**
 * The entries that more than half of their ballots fail on a gate criterion. Such an entry is out until the president
 * says otherwise; the president cannot fail one alone. A gate without an answer stands on pass.
 */
export function gateVerdicts(
  criteria: readonly Criterion[],
  ballots: readonly (Cell & { readonly marks: Marks })[],
  findDecision: FindDecision,
): GateVerdict[] {
  const gates = criteria.filter(({ kind }) => kind === 'gate')
  if (gates.length === 0) return []
  const counts = new Map<string, { fails: number; ballots: number }>()
  for (const { entry, marks } of ballots) {
    const count = counts.get(entry) ?? { fails: 0, ballots: 0 }
    count.ballots += 1
    if (gates.some(({ id }) => marks[id] === 0)) count.fails += 1
    counts.set(entry, count)
  }
  return [...counts]
    .filter(([, count]) => count.fails * 2 > count.ballots)
    .map(([entry, count]) => {
      const decision = findDecision(['gate-pass', 'gate-fail'], [entry])
      return { entry, ...count, failed: decision?.kind !== 'gate-pass', decision: decision?.id ?? null }
    })
    .sort((a, b) => (a.entry < b.entry ? -1 : 1))
}
