import { type Gate, inspect, minimumBallots } from './gates'
import { competitionRanks } from './ranks'
import type { ScoreSheet } from './score-file'
import { type Pair, standingsOf, type Tie } from './standings'
import { type ComponentTally, type EntryTally, entryTally, type JurorTally, tallyScores } from './tally'

/** A ranking without jury, president or rubric: what a sheet of scores alone can say. */
export interface TotalsRanking {
  /**
   * By component, then place on the tie ladder. `rank` is the one before the ladder: 1 + how many of the component
   * are better by more than 1e-9.
   */
  readonly entries: readonly (EntryTally & { readonly rank: number })[]
  /** Entries and jurors without a ballot that counts. */
  readonly unscored: { readonly entries: readonly string[]; readonly jurors: readonly string[] }
  readonly jurors: readonly JurorTally[]
  readonly gates: readonly Gate[]
  readonly ties: readonly Tie[]
  readonly pairs: readonly Pair[]
  readonly components: readonly ComponentTally[]
}

/**
 * Ranks a sheet of scores, every pair of entries checked. The least number of ballots is `minimumBallots` of the
 * jurors in the sheet; all criteria weigh the same; no decision is known, so the ladder ends in a shared rank.
 * @throws when a juror scored an entry twice
 */
export function rankTotals({ scores, criteria, parts, missing }: ScoreSheet): TotalsRanking {
  const tally = tallyScores(scores)
  const criteriaScores = criteria.map((id, place) => ({
    id,
    scoreOf: (ballot: number) => parts[ballot]?.[place] ?? 0,
  }))
  const { standings, pairs, ties } = standingsOf(tally, criteriaScores, () => undefined)
  const unscored = {
    entries: without(
      missing.map(({ entry }) => entry),
      tally.design.entries,
    ),
    jurors: without(
      missing.map(({ juror }) => juror),
      tally.design.jurors,
    ),
  }
  const gates = inspect({
    tally,
    minBallots: minimumBallots(tally.jurors.length + unscored.jurors.length),
    missing,
    unscored: unscored.entries,
    verdicts: [],
    shared: ties.flatMap(({ shared }) => shared),
    slots: 0,
    mayScore: () => true,
    deciderOf: () => null,
    checkPairs: true,
  })
  return {
    entries: withRanks(
      standings.map(({ place }) => entryTally(tally, place)),
      tally.components.length,
    ),
    unscored,
    jurors: tally.jurors,
    gates,
    ties,
    pairs,
    components: tally.components,
  }
}

function withRanks(entries: readonly EntryTally[], components: number): TotalsRanking['entries'] {
  return Array.from({ length: components }, (_, component) => {
    const members = entries.filter((entry) => entry.component === component)
    const ranks = competitionRanks(members.map(({ score }) => score))
    return members.map((entry, place) => ({ ...entry, rank: ranks[place] ?? 1 }))
  }).flat()
}

function without(ids: readonly string[], known: readonly string[]): string[] {
  const seen = new Set(known)
  return [...new Set(ids)].filter((id) => !seen.has(id)).sort()
}
