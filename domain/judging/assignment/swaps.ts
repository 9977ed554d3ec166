import { type Design, repeatsIn } from './design'
import type { Problem } from './problem'
import type { Draw } from './random'

const PASSES = 12
const TRIES = 24

/**
 * Lets two ballots change hands wherever jurors then meet each other again less often: towards a balanced design. Loads
 * and costs stay as they are. Stops at `fewest` repeats, which no design can have less of.
 */
export function swapTowardsBalance(problem: Problem, design: Design, fewest: number, draw: Draw): void {
  const width = problem.jurors.length
  const { ballots, panels, together } = design
  let left = repeatsIn(design)
  for (let pass = 0; pass < PASSES && left > fewest; pass += 1) {
    const before = left
    for (let place = 0; place < ballots.length && left > fewest; place += 1) {
      const ballot = ballots[place] as Design['ballots'][number]
      if (!meetsAgain(ballot)) continue
      for (let tried = 0; tried < TRIES; tried += 1) {
        const other = ballots[draw(ballots.length)] as Design['ballots'][number]
        if (!maySwap(problem, design, ballot, other, 0)) continue
        const change = swap(ballot, other)
        if (change <= 0) left += change
        else swap(ballot, other)
        if (change < 0) break
      }
    }
    if (left === before) return
  }

  function meetsAgain({ entry, juror }: Design['ballots'][number]): boolean {
    return (panels[entry] as number[]).some((other) => (together[juror * width + other] as number) > 1)
  }

  function swap(one: Design['ballots'][number], other: Design['ballots'][number]): number {
    let change = meet(one, -1) + meet(other, -1)
    changeHands(design, one, other)
    change += meet(one, 1) + meet(other, 1)
    return change
  }

  /** Counts a ballot's meetings in or out; answers by how much the repeats change. */
  function meet({ entry, juror }: Design['ballots'][number], by: 1 | -1): number {
    let change = 0
    for (const other of panels[entry] as number[]) {
      if (other === juror) continue
      const times = together[juror * width + other] as number
      change += by === 1 ? times : 1 - times
      together[juror * width + other] = times + by
      together[other * width + juror] = times + by
    }
    return change
  }
}

/** Whether two ballots may change hands for at most this much more of soft cost. */
export function maySwap(
  { jurors: { length: width }, open, soft }: Problem,
  { panels }: Design,
  one: Design['ballots'][number],
  other: Design['ballots'][number],
  dearer: number,
): boolean {
  const [here, there] = [one.entry * width + other.juror, other.entry * width + one.juror]
  if (one.juror === other.juror || one.entry === other.entry || open[here] === 0 || open[there] === 0)
    return false
  if (panels[one.entry]?.includes(other.juror) || panels[other.entry]?.includes(one.juror)) return false
  const now =
    (soft[one.entry * width + one.juror] as number) + (soft[other.entry * width + other.juror] as number)
  return (soft[here] as number) + (soft[there] as number) - now <= dearer
}

export function changeHands(
  { panels }: Design,
  one: Design['ballots'][number],
  other: Design['ballots'][number],
): void {
  replace(panels[one.entry] as number[], one.juror, other.juror)
  replace(panels[other.entry] as number[], other.juror, one.juror)
  const juror = one.juror
  one.juror = other.juror
  other.juror = juror
}

export function replace(panel: number[], leaves: number, comes: number): void {
  panel[panel.indexOf(leaves)] = comes
}
