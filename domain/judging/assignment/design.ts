import { WIDEST } from './flow'
import type { Problem } from './problem'
import type { Draw } from './random'

/** An assignment under way: who sits together how often, and the ballots that may still change hands. */
export interface Design {
  /** Each entry's jurors, the fixed among them. */
  readonly panels: readonly number[][]
  /** How often two jurors score the same entry, at `one · jurors + other` and the other way round. */
  readonly together: Int32Array
  readonly ballots: { readonly entry: number; juror: number }[]
}

export function designOf({ fixed, jurors }: Problem, flow: readonly (readonly number[])[]): Design {
  const panels = flow.map((panel, entry) => [...(fixed[entry] ?? []), ...panel])
  const together = new Int32Array(jurors.length * jurors.length)
  for (const panel of panels) {
    for (const one of panel) {
      for (const other of panel) {
        const cell = one * jurors.length + other
        if (one !== other) together[cell] = (together[cell] as number) + 1
      }
    }
  }
  const ballots = flow.flatMap((panel, entry) => panel.map((juror) => ({ entry, juror })))
  return { panels, together, ballots }
}

/** How often any two jurors meet again: the pairs of entries that they share. */
export function repeatsIn({ together }: Design): number {
  return together.reduce((sum, times) => sum + (times * (times - 1)) / 2, 0) / 2
}

/** The fewest repeats that panels of these sizes allow: all pairs of jurors meet equally often, give or take one. */
export function fewestRepeats({ panels }: Design, jurors: number): number {
  const meetings = panels.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
  const pairs = (jurors * (jurors - 1)) / 2
  if (pairs === 0) return 0
  const times = Math.floor(meetings / pairs)
  return (pairs * times * (times - 1)) / 2 + (meetings - pairs * times) * times
}

const COARSEST = 4

/** Few values on purpose: many pairs stay equally good, and the flow finds one at once. */
export function jitter(cells: number, draw: Draw): Uint8Array {
  const drawn = new Uint8Array(cells)
  for (let cell = 0; cell < cells; cell += 1) drawn[cell] = draw(COARSEST)
  return drawn
}

/** What a pair would add to the repeats if the rest of the panel stayed, over the jitter. */
export function penalised(problem: Problem, { panels, together }: Design, jittered: Uint8Array): Uint8Array {
  const width = problem.jurors.length
  const spread = new Uint8Array(jittered.length)
  const again = new Int32Array(width)
  panels.forEach((panel, entry) => {
    again.fill(0)
    for (const member of panel) {
      const row = member * width
      for (let juror = 0; juror < width; juror += 1) {
        again[juror] = (again[juror] as number) + (together[row + juror] as number)
      }
    }
    for (const member of panel) again[member] = (again[member] as number) - (panel.length - 1)
    const least = Math.min(...again)
    for (let juror = 0; juror < width; juror += 1) {
      const cell = entry * width + juror
      const penalty = COARSEST * ((again[juror] as number) - least)
      spread[cell] = Math.min(WIDEST, (jittered[cell] as number) + penalty)
    }
  })
  return spread
}
