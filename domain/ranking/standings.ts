import type { FindDecision } from './decisions'
import { type Design, entriesByComponent } from './design'
import { fairAverage } from './fair-average'
import { climb, oneByOne, RUNGS, type Rung, type RungName, type Separation } from './ladder'
import { TIE, tiedGroups } from './ranks'
import { inOrder, type Tally } from './tally'

/** One criterion's scores, 0–100, by the place of the ballot in what was tallied. */
export interface CriterionScores {
  readonly id: string
  readonly scoreOf: (ballot: number) => number
}

/** Two neighbours in the ranking of a component, and the rung that put them in this order. */
export type Pair = { readonly above: string; readonly below: string } & Separation

/** An entry's place after the ladder: `rank` is "1224" within its component. */
export interface Standing {
  readonly entry: string
  /** Its place in the tally's entries. */
  readonly place: number
  readonly rank: number
  /** The last rung that was needed to tell it from its neighbours. */
  readonly decidedBy: RungName
}

/** A rank that is still shared after the ladder; `confirmedBy` is the decision that lets it be so. */
export interface SharedRank {
  readonly rank: number
  readonly entries: readonly string[]
  readonly confirmedBy: string | null
}

/** Entries that the fair average could not tell apart, in the order the ladder gave them. */
export interface Tie {
  readonly rank: number
  readonly entries: readonly string[]
  readonly shared: readonly SharedRank[]
}

export interface Standings {
  readonly standings: readonly Standing[]
  readonly pairs: readonly Pair[]
  readonly ties: readonly Tie[]
}

/**
 * Puts the entries of each component in order by the tie ladder. `criteria` come from the largest weight down, equal
 * weights in the order of the rubric.
 */
export function standingsOf(
  tally: Tally,
  criteria: readonly CriterionScores[],
  findDecision: FindDecision,
): Standings {
  const { entries } = tally.design
  const idOf = (entry: number) => entries[entry] ?? ''
  const rungs: readonly Rung<number>[] = [
    byFigure(
      (entry) => tally.fair[entry] ?? 0,
      (figures) => ({ rung: 'fair-average', figures }),
    ),
    ...criteria.map((criterion) => criterionRung(tally, criterion)),
    headToHeadRung(tally),
    decisionRung(idOf, findDecision),
    sharedRung(idOf, findDecision),
  ]
  const components = entriesByComponent(tally.design).map((members) => {
    const { order, separations } = climb(members, rungs)
    return standingsIn(order, separations, idOf)
  })
  return {
    standings: joined(components.map(({ standings }) => standings)),
    pairs: joined(components.map(({ pairs }) => pairs)),
    ties: joined(components.map(({ ties }) => ties)),
  }
}

/** Most finals are one component, whose long lists need no copy. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [only = []] = lists
  return lists.length > 1 ? lists.flat() : only
}

function byFigure(
  figure: (entry: number) => number,
  say: (figures: readonly [above: number, below: number]) => Separation,
): Rung<number> {
  return (group) => {
    const { order, starts } = tiedGroups(group, figure)
    return { order, starts, between: (above, below) => say([figure(above), figure(below)]) }
  }
}

/** Fitted when a tie first needs it: most rankings never do. */
function criterionRung({ design, factor }: Tally, { id, scoreOf }: CriterionScores): Rung<number> {
  let fair: Float64Array | undefined
  return byFigure(
    (entry) => {
      fair ??= fairAverage(design, factor, inOrder(design, scoreOf)).fair
      return fair[entry] ?? 0
    },
    (figures) => ({ rung: 'criterion', criterion: id, figures }),
  )
}

/** Of exactly two: the one that more of the jurors who scored both prefer. */
function headToHeadRung({ design, scores }: Tally): Rung<number> {
  return ([a, b, ...others]) => {
    if (a === undefined || b === undefined || others.length > 0) return null
    const ofA = scoresByJuror(design, scores, a)
    const ofB = scoresByJuror(design, scores, b)
    const leads = [...ofA].flatMap(([juror, score]) => {
      const other = ofB.get(juror)
      return other === undefined ? [] : [score - other]
    })
    const [forA, forB] = [
      leads.filter((lead) => lead > TIE).length,
      leads.filter((lead) => lead < -TIE).length,
    ]
    if (forA === forB) return null
    return oneByOne(forA > forB ? [a, b] : [b, a], () => ({
      rung: 'head-to-head',
      figures: [Math.max(forA, forB), Math.min(forA, forB)],
    }))
  }
}

function scoresByJuror({ start, jurorOf }: Design, scores: Float64Array, entry: number) {
  const [from, to] = [start[entry] ?? 0, start[entry + 1] ?? 0]
  return new Map(Array.from(scores.subarray(from, to), (score, k) => [jurorOf[from + k], score]))
}

const ABOUT_TIES = ['order', 'share-rank'] as const

function decisionRung(idOf: (entry: number) => string, findDecision: FindDecision): Rung<number> {
  return (group) => {
    const decision = findDecision(ABOUT_TIES, group.map(idOf))
    if (decision?.kind !== 'order') return null
    const place = (entry: number) => decision.entries.indexOf(idOf(entry))
    return oneByOne(
      group.toSorted((a, b) => place(a) - place(b)),
      () => ({ rung: 'decision', decision: decision.id }),
    )
  }
}

function sharedRung(idOf: (entry: number) => string, findDecision: FindDecision): Rung<number> {
  return (group) => {
    const decision = findDecision(ABOUT_TIES, group.map(idOf))?.id ?? null
    return oneByOne(
      group.toSorted((a, b) => a - b),
      () => ({ rung: 'shared', decision }),
    )
  }
}

function standingsIn(
  order: readonly number[],
  separations: readonly Separation[],
  idOf: (entry: number) => string,
): Standings {
  let rank = 1
  const standings = order.map((entry, index) => {
    if (separations[index - 1]?.rung !== 'shared') rank = index + 1
    const decidedBy = laterRung(separations[index - 1], separations[index])
    return { entry: idOf(entry), place: entry, rank, decidedBy }
  })
  const pairs = separations.map((separation, index) =>
    pairOf(standings[index]?.entry ?? '', standings[index + 1]?.entry ?? '', separation),
  )
  return { standings, pairs, ties: tiesIn(standings, separations) }
}

/** Nearly all pairs are parted by the fair average, and a literal is many times quicker to make than a spread. */
function pairOf(above: string, below: string, separation: Separation): Pair {
  if (separation.rung === 'fair-average')
    return { above, below, rung: separation.rung, figures: separation.figures }
  return { above, below, ...separation }
}

function laterRung(before: Separation | undefined, after: Separation | undefined): RungName {
  const first = before?.rung ?? 'fair-average'
  const second = after?.rung ?? 'fair-average'
  return RUNGS.indexOf(first) > RUNGS.indexOf(second) ? first : second
}

function tiesIn(standings: readonly Standing[], separations: readonly Separation[]): Tie[] {
  return runs(standings, separations, ({ rung }) => rung === 'fair-average').map((tied) => ({
    rank: tied.from + 1,
    entries: tied.members.map(({ entry }) => entry),
    shared: runs(
      tied.members,
      separations.slice(tied.from, tied.from + tied.members.length - 1),
      ({ rung }) => rung !== 'shared',
    ).map(({ from, members }) => {
      const sharing = separations[tied.from + from]
      return {
        rank: members[0]?.rank ?? 1,
        entries: members.map(({ entry }) => entry),
        confirmedBy: sharing?.rung === 'shared' ? sharing.decision : null,
      }
    }),
  }))
}

/** Runs of two or more neighbours that no separation of the kind asked for parts. */
function runs<T>(
  items: readonly T[],
  separations: readonly Separation[],
  parts: (separation: Separation) => boolean,
): { from: number; members: readonly T[] }[] {
  const found: { from: number; members: readonly T[] }[] = []
  let from = 0
  items.forEach((_, index) => {
    const after = separations[index]
    if (after && !parts(after)) return
    if (index > from) found.push({ from, members: items.slice(from, index + 1) })
    from = index + 1
  })
  return found
}
