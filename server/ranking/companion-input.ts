import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import type { CompanionInput } from '@/domain/ranking/companion/companion'
import type { Score } from '@/domain/ranking/tally'

/**
 * What the companion asks for. `ranked` runs from first to last within each component. The seed is the digest of the
 * rest, in whatever order the ballots arrive.
 */
export function companionInput(
  scores: readonly Score[],
  ranked: readonly { readonly component: number; readonly entry: string }[],
  top: number,
): CompanionInput {
  const leaders = new Map<number, string>()
  for (const { component, entry } of ranked) if (!leaders.has(component)) leaders.set(component, entry)
  const asked = { scores: scores.toSorted(byCell), leaders: [...leaders.values()], top }
  return { ...asked, seed: createHash('sha256').update(canonicalJson(asked)).digest('hex') }
}

/** By code unit, so that no machine's language changes the order. */
function byCell(a: Score, b: Score): number {
  if (a.entry !== b.entry) return a.entry < b.entry ? -1 : 1
  return a.juror < b.juror ? -1 : 1
}
