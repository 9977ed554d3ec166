import type { Decision } from './decisions'
import type { RankingInput } from './input'
import { TIE } from './ranks'
import type { Pair, Standing, Standings } from './standings'

/** A decision about entries that are too close to call, and what allowed it. */
export type CloseDecision = Decision & { readonly close: NonNullable<Decision['close']> }

export const isCloseDecision = (decision: Decision): decision is CloseDecision => decision.close !== undefined

/** The input as it is without what was decided about entries too close to call: what the companion is asked about. */
export function beforeCloseCalls(input: RankingInput): RankingInput {
  return input.decisions.some(isCloseDecision)
    ? { ...input, decisions: input.decisions.filter((decision) => !isCloseDecision(decision)) }
    : input
}

/**
 * Puts the entries too close to call in the order the jury decided: they take the places that they hold together, the
 * best place for the first of them, and every other entry keeps its own (docs/decisions/11). A decision that names an
 * entry not ranked, entries of two components, or one that shares its rank with an entry not named, moves nothing.
 */
export function decideCloseCalls(
  standings: Standings,
  decisions: readonly CloseDecision[],
  tally: Figures,
): Standings {
  return decisions.reduce((held, decision) => decided(held, decision, tally), standings)
}

/** Whether one of these entries shares its rank with an entry that is not among them. */
export function sharesOutside(ties: Standings['ties'], entries: readonly string[]): boolean {
  const isNamed = (entry: string) => entries.includes(entry)
  return ties
    .flatMap(({ shared }) => shared)
    .some((tied) => tied.entries.some(isNamed) && !tied.entries.every(isNamed))
}

/** What the tally knows of a standing. */
interface Figures {
  readonly componentOf: (standing: Standing) => number
  readonly scoreOf: (standing: Standing) => number
}

function decided(
  held: Standings,
  { id, entries }: CloseDecision,
  { componentOf, scoreOf }: Figures,
): Standings {
  const { standings, pairs, ties } = held
  const named = new Set(entries)
  const places = standings.flatMap(({ entry }, at) => (named.has(entry) ? [at] : []))
  const components = new Set(places.map((at) => componentAt(at)))
  const isNamed = (entry: string) => named.has(entry)
  if (places.length !== entries.length || components.size !== 1 || sharesOutside(ties, entries)) return held

  const byEntry = new Map(standings.map((standing) => [standing.entry, standing]))
  const first = standings.findIndex((_, at) => componentAt(at) === componentAt(places[0] ?? 0))
  const next = [...standings]
  places.forEach((at, k) => {
    const member = byEntry.get(entries[k] ?? '')
    if (member) next[at] = { ...member, rank: at - first + 1, decidedBy: 'deliberation' }
  })
  const known = new Map(pairs.map((pair) => [`${pair.above} ${pair.below}`, pair]))
  const pairOf = (upper: Standing, lower: Standing): Pair => {
    const [above, below] = [upper.entry, lower.entry]
    if (isNamed(above) && isNamed(below)) return { above, below, rung: 'deliberation', decision: id }
    const kept = known.get(`${above} ${below}`)
    if (kept) return kept
    const figures = [scoreOf(upper), scoreOf(lower)] as const
    return figures[0] > figures[1] + TIE
      ? { above, below, rung: 'fair-average', figures }
      : { above, below, rung: 'deliberation', decision: id }
  }
  return {
    standings: next,
    pairs: next.flatMap((below, at) => {
      const above = next[at - 1]
      return above && componentOf(above) === componentOf(below) ? [pairOf(above, below)] : []
    }),
    ties: ties.map((tie) => ({ ...tie, shared: tie.shared.filter((tied) => !tied.entries.some(isNamed)) })),
  }

  function componentAt(at: number): number {
    const standing = standings[at]
    return standing ? componentOf(standing) : Number.NaN
  }
}
