import type { Criterion, Marks } from '@/domain/judging/ballot-total'
import type { FindDecision } from './decisions'

/** What the jury says about an entry that most of its counted ballots fail. */
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
 * says otherwise; the president cannot fail one alone. A gate without an answer stands on pass. `entryAt`
 * holds the place in `entries` of each ballot.
 */
export function gateVerdicts(
  criteria: readonly Criterion[],
  entries: readonly string[],
  entryAt: Int32Array,
  ballots: readonly { readonly marks: Marks }[],
  findDecision: FindDecision,
): GateVerdict[] {
  const gates = criteria.filter(({ kind }) => kind === 'gate')
  if (gates.length === 0) return []
  const fails = new Int32Array(entries.length)
  const counts = new Int32Array(entries.length)
  entryAt.forEach((entry, ballot) => {
    counts[entry] = (counts[entry] ?? 0) + 1
    if (gates.some(({ id }) => ballots[ballot]?.marks[id] === 0)) fails[entry] = (fails[entry] ?? 0) + 1
  })
  const verdicts: GateVerdict[] = []
  fails.forEach((no, place) => {
    const ballots = counts[place] ?? 0
    const entry = entries[place]
    if (no * 2 <= ballots || entry === undefined) return
    const decision = findDecision(['gate-pass', 'gate-fail'], [entry])
    const failed = decision?.kind !== 'gate-pass'
    verdicts.push({ entry, fails: no, ballots, failed, decision: decision?.id ?? null })
  })
  return verdicts
}
