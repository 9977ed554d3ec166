import { type Ranking, type RankingInput, rank } from '@/domain/ranking/rank'

/** Which rules a snapshot was ranked by: raised when judging.md's formulas change. */
export const RULES_VERSION = 1

/** A sealed ranking's inputs and official ranks: ids and values only, in one order, so that it has one digest. */
export interface Snapshot {
  readonly rulesVersion: number
  readonly event: string
  readonly input: RankingInput
  readonly ranks: readonly { readonly entry: string; readonly rank: number; readonly decidedBy: string }[]
  readonly notRanked: readonly { readonly entry: string; readonly reason: string }[]
  /** The special prizes that juries of their own give; left out where there are none. */
  readonly awards?: readonly SealedAward[]
}

/** A special prize as it is sealed. Who stay tied first share it; none wins it while a gate blocks its ranking. */
export interface SealedAward extends Pick<Snapshot, 'input' | 'ranks' | 'notRanked'> {
  readonly award: string
  readonly winners: readonly string[]
}

/** A special prize before it is sealed. */
export interface RankedAward {
  readonly award: string
  readonly input: RankingInput
  readonly ranking: Ranking
}

/**
 * What is sealed. Everything is sorted by id, marks only of ballots that were submitted; no names, times or texts, so
 * that the same ballots give the same snapshot on any machine.
 */
export function snapshotOf(
  event: string,
  input: RankingInput,
  ranking: Ranking,
  awards: readonly RankedAward[] = [],
): Snapshot {
  return {
    rulesVersion: RULES_VERSION,
    event,
    ...placed(input, ranking),
    ...(awards.length > 0 && { awards: awards.map(sealedAward).sort(by(({ award }) => award)) }),
  }
}

/** A snapshot computed again from its own ballots. */
export function snapshotAgain({ event, input, awards = [] }: Snapshot): Snapshot {
  const ranked = (ballots: RankingInput) => rank({ ...ballots, checkPairs: false })
  const again = awards.map(({ award, input }) => ({ award, input, ranking: ranked(input) }))
  return snapshotOf(event, input, ranked(input), again)
}

/** Who wins a special prize: whoever stands first, together if they share it. */
export const winnersOf = ({ ranking, sealable }: Pick<Ranking, 'ranking' | 'sealable'>): string[] =>
  sealable ? ranking.flatMap(({ entry, rank }) => (rank === 1 ? [entry] : [])).sort() : []

const sealedAward = ({ award, input, ranking }: RankedAward): SealedAward => ({
  award,
  ...placed(input, ranking),
  winners: winnersOf(ranking),
})

function placed(input: RankingInput, { ranking, notRanked }: Ranking) {
  return {
    input: sortedInput(input),
    ranks: ranking
      .map(({ entry, rank, decidedBy }) => ({ entry, rank, decidedBy }))
      .sort(by(({ rank, entry }) => `${String(rank).padStart(8, '0')} ${entry}`)),
    notRanked: notRanked.map(({ entry, reason }) => ({ entry, reason })).sort(by(({ entry }) => entry)),
  }
}

function sortedInput(input: RankingInput): RankingInput {
  const cell = ({ juror, entry }: { juror: string; entry: string }) => `${entry} ${juror}`
  return {
    entries: input.entries.map(({ id, withdrawn = false }) => ({ id, withdrawn })).sort(by(({ id }) => id)),
    jurors: [...input.jurors].sort(by(({ id }) => id)),
    criteria: [...input.criteria].sort(by(({ id }) => id)),
    ballots: input.ballots
      .map(({ juror, entry, status, setAside = false, marks }) => ({
        juror,
        entry,
        status,
        setAside,
        marks: status === 'submitted' ? given(marks) : {},
      }))
      .sort(by(cell)),
    decisions: [...input.decisions],
    conflicts: [...input.conflicts].sort(by(cell)),
    assignments: [...input.assignments].sort(by(cell)),
    slots: input.slots,
    minBallots: input.minBallots,
  }
}

function given(marks: RankingInput['ballots'][number]['marks']) {
  return Object.fromEntries(Object.entries(marks).filter(([, value]) => typeof value === 'number'))
}

/** By code unit: no machine's language changes the order. */
function by<T>(key: (item: T) => string) {
  return (a: T, b: T) => {
    const [first, second] = [key(a), key(b)]
    return first < second ? -1 : first > second ? 1 : 0
  }
}
