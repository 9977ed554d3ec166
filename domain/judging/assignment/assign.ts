import { type Design, designOf, fewestRepeats, jitter, penalised, repeatsIn } from './design'
import { leastCostFlow } from './flow'
import type { Assignment, AssignmentInput } from './input'
import { link } from './link'
import { type Problem, problemOf } from './problem'
import { drawsFrom } from './random'
import { swapTowardsBalance } from './swaps'

/** Flows after the first, each dearer where jurors meet again in the best so far. */
const ROUNDS = 2
/** In more pairs than this the swaps alone leave hardly a repeat, and a further flow would take its time. */
const LARGE = 50_000

/**
 * Assigns `perEntry` jurors to each entry. In this order: no conflict is met; as few ballots are missing as can be, and
 * evenly; the loads are as equal as can be; the pairs' costs are least; all entries are connected, for which costs and,
 * where conflicts leave no other way, loads give way; the same jurors meet again as seldom as the search finds. The
 * same seed and inputs, in any order, give the same assignment.
 */
export function assign(input: AssignmentInput): Assignment {
  const { problem, design } = balance(input)
  link(problem, design)
  return named(problem, design, input.perEntry)
}

/** The same before its parts are joined: of least cost without exception. */
export function assignUnlinked(input: AssignmentInput): Assignment {
  const { problem, design } = balance(input)
  return named(problem, design, input.perEntry)
}

function balance(input: AssignmentInput): { problem: Problem; design: Design } {
  const draw = drawsFrom(input.seed)
  const problem = problemOf(input, draw)
  const jittered = jitter(problem.open.length, draw)
  let design = designOf(problem, leastCostFlow(problem, jittered))
  const fewest = fewestRepeats(design, problem.jurors.length)
  swapTowardsBalance(problem, design, fewest, draw)
  const rounds = problem.open.length > LARGE ? 0 : ROUNDS
  for (let round = 0; round < rounds && repeatsIn(design) > fewest; round += 1) {
    const next = designOf(problem, leastCostFlow(problem, penalised(problem, design, jittered)))
    swapTowardsBalance(problem, next, fewest, draw)
    if (repeatsIn(next) < repeatsIn(design)) design = next
  }
  return { problem, design }
}

function named({ entries, jurors }: Problem, design: Design, perEntry: number): Assignment {
  const loads = new Map(jurors.map((juror) => [juror, 0]))
  const panelOf = new Map(
    entries.map((entry, place) => [
      entry,
      (design.panels[place] ?? []).map((juror) => jurors[juror] ?? '').sort(),
    ]),
  )
  const assignments = [...panelOf].sort(byEntry).flatMap(([entry, panel]) =>
    panel.map((juror) => {
      loads.set(juror, (loads.get(juror) ?? 0) + 1)
      return { juror, entry }
    }),
  )
  const shortfalls = [...panelOf].sort(byEntry).flatMap(([entry, { length }]) => {
    const missing = perEntry - length
    return missing > 0 ? [{ entry, missing }] : []
  })
  return { assignments, shortfalls, loads: Object.fromEntries([...loads].sort(byEntry)) }
}

function byEntry([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}
