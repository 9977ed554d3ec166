import type { Panel } from './mixed-model'
import { normalsOf, type Random } from './random'
import type { Fit } from './reml'

/** How often each entry took each rank: entry × rank, row by row, rank 1 first. */
export interface RankCounts {
  readonly entries: number
  readonly draws: number
  readonly counts: Uint32Array
}

/** Far finer than anything that decides between two draws, and still exact as a whole number. */
const KEYS = 1e9

/**
 * Draws the entries' true standings again and again, as the ballots and the fitted variances leave them open, and
 * counts the ranks. First jurors and mean together, then each entry by itself given those. Entries are compared before
 * they are scaled by their ratio: where that is 0, and nothing tells them apart, each rank is as likely as any other.
 */
export function drawRanks(
  panel: Panel,
  { equations, variances }: Fit,
  draws: number,
  random: Random,
): RankCounts {
  const { entries, jurorOf, start } = panel.design
  const { ratios, diagonal, factor, solution } = equations
  const { size } = factor
  const mean = size - 1
  const normal = normalsOf(random)
  const noise = Math.sqrt(variances.residual)
  const total = entries.length
  const pull = diagonal.map((weight) => ratios.entry / weight)
  const scatter = diagonal.map((weight) => noise / Math.sqrt(weight))
  // In units of the noise, since the model's own are.
  const unit = KEYS / (noise || 1)
  const panelEffects = new Float64Array(size)
  const keys = new Float64Array(total)
  // A power of two, by which a number divides without rounding.
  const width = 2 ** Math.ceil(Math.log2(total))
  const counts = new Uint32Array(total * total)
  for (let draw = 0; draw < draws; draw += 1) {
    for (let row = 0; row < size; row += 1) panelEffects[row] = noise * normal()
    solveTransposed(factor.lower, size, panelEffects)
    for (let row = 0; row < size; row += 1)
      panelEffects[row] = (panelEffects[row] ?? 0) + (solution[row] ?? 0)
    for (let entry = 0; entry < total; entry += 1) {
      const from = start[entry] ?? 0
      const to = start[entry + 1] ?? 0
      let met = 0
      for (let ballot = from; ballot < to; ballot += 1) met += panelEffects[jurorOf[ballot] ?? 0] ?? 0
      const left =
        (panel.entrySums[entry] ?? 0) - (to - from) * (panelEffects[mean] ?? 0) - ratios.juror * met
      const value = (pull[entry] ?? 0) * left + (scatter[entry] ?? 0) * normal()
      // The entry's number rides in the last places of its value: bare numbers sort many times faster.
      keys[entry] = Math.round(-value * unit) * width + entry
    }
    keys.sort()
    for (let place = 0; place < total; place += 1) {
      const key = keys[place] ?? 0
      const entry = key - Math.floor(key / width) * width
      const cell = entry * total + place
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  }
  return { entries: total, draws, counts }
}

/** x with Lᵀ·x = b, in place. */
function solveTransposed(lower: Float64Array, size: number, b: Float64Array) {
  for (let row = size - 1; row >= 0; row -= 1) {
    const value = (b[row] ?? 0) / (lower[row * size + row] ?? 1)
    b[row] = value
    for (let column = 0; column < row; column += 1)
      b[column] = (b[column] ?? 0) - (lower[row * size + column] ?? 0) * value
  }
}

export interface RankChances {
  readonly pFirst: number
  /** P(one of the first `top`). */
  readonly pTop: number
  readonly expectedRank: number
  /** The ranks that hold the middle nine tenths of the draws. */
  readonly interval: readonly [number, number]
}

export function chancesOf({ entries, draws, counts }: RankCounts, entry: number, top: number): RankChances {
  const row = counts.subarray(entry * entries, (entry + 1) * entries)
  let sum = 0
  let seen = 0
  let atTop = 0
  let low = 0
  let high = 0
  row.forEach((count, place) => {
    sum += count * (place + 1)
    seen += count
    if (place < top) atTop = seen
    if (low === 0 && seen >= 0.05 * draws) low = place + 1
    if (high === 0 && seen >= 0.95 * draws) high = place + 1
  })
  return {
    pFirst: (row[0] ?? 0) / draws,
    pTop: atTop / draws,
    expectedRank: sum / draws,
    interval: [low, high],
  }
}
