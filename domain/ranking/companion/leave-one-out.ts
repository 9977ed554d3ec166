import { type Design, designOf } from '../design'
import { factorOf, fairAverage } from '../fair-average'
import { TIE } from '../ranks'
import { inOrder, type Score } from '../tally'

/** Who leads by the fair average when one juror's ballots are left out. */
export interface WithoutJuror {
  readonly juror: string
  /** Whether the winner is still first; null when the ballots that remain no longer compare all the entries. */
  readonly stays: boolean | null
  /** Those first without the juror, several when they tie; none when `stays` is null. */
  readonly first: readonly string[]
}

/** The same component once without each of its jurors, in their order. */
export function leaveOneOut(scores: readonly Score[], winner: string): WithoutJuror[] {
  const { jurors, entries } = designOf(scores)
  if (jurors.length < 2) return []
  return jurors.map((juror) => {
    const rest = scores.filter((score) => score.juror !== juror)
    const design = designOf(rest)
    const compares = design.components.count === 1 && design.entries.length === entries.length
    if (!compares) return { juror, stays: null, first: [] }
    const first = firstBy(design, rest)
    return { juror, stays: first.includes(winner), first }
  })
}

function firstBy(design: Design, scores: readonly Score[]): string[] {
  const { fair } = fairAverage(
    design,
    factorOf(design),
    inOrder(design, (ballot) => scores[ballot]?.value ?? 0),
  )
  const best = Math.max(...fair)
  return design.entries.filter((_, entry) => best - (fair[entry] ?? 0) <= TIE)
}
