import { canonicalJson } from '../canonical-json'
import { beforeCloseCalls } from '../close-calls'
import { countedScores } from '../counted-scores'
import { type Ranking, type RankingInput, rank } from '../rank'
import type { Sha256 } from '../sha256'
import type { Score } from '../tally'
import type { CompanionInput } from './companion'

/**
 * What the companion asks for. `ranked` runs from first to last within each component. The seed is the digest of the
 * rest, in whatever order the ballots arrive.
 */
export function companionInput(
  scores: readonly Score[],
  ranked: readonly { readonly component: number; readonly entry: string }[],
  top: number,
  sha256: Sha256,
): CompanionInput {
  const leaders = new Map<number, string>()
  for (const { component, entry } of ranked) if (!leaders.has(component)) leaders.set(component, entry)
  const asked = { scores: scores.toSorted(byCell), leaders: [...leaders.values()], top }
  return { ...asked, seed: sha256(canonicalJson(asked)) }
}

/**
 * What is asked about an official ranking: always about the ranking as the ballots and the ladder make it, so that what
 * the jury decides about entries too close to call does not change the question it answers. `ranking` is the input's.
 */
export function companionInputOf(input: RankingInput, ranking: Ranking, sha256: Sha256): CompanionInput {
  const plain = beforeCloseCalls(input)
  const ranked = plain === input ? ranking : rank({ ...plain, checkPairs: false })
  return companionInput(countedScores(plain), ranked.ranking, Math.max(1, plain.slots), sha256)
}

/** By code unit, so that no machine's language changes the order. */
function byCell(a: Score, b: Score): number {
  if (a.entry !== b.entry) return a.entry < b.entry ? -1 : 1
  return a.juror < b.juror ? -1 : 1
}
