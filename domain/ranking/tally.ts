import type { Cell } from './cells'
import type { Factor } from './cholesky'
import { type Design, designOf, entriesByComponent } from './design'
import { factorOf, fairAverage } from './fair-average'
import { inverseOf, standardErrors } from './precision'

/** A counted ballot's total. */
export interface Score extends Cell {
  readonly value: number
}

/** An entry's figures. `se` is null where no ballot is left over to estimate the noise from. */
export interface EntryTally {
  readonly id: string
  readonly n: number
  readonly raw: number
  /** The fair average. */
  readonly score: number
  /** The mean effect of the jurors who saw the entry: raw − score, negative when they were strict. */
  readonly severity: number
  readonly se: number | null
  readonly component: number
}

/** A juror's figures. `effect` > 0 is generous; `sd` is the sample's (n − 1), 0 for a single score. */
export interface JurorTally {
  readonly id: string
  readonly n: number
  readonly mean: number
  readonly sd: number
  readonly effect: number
  readonly component: number
}

/** A part of the design that holds together. `df` = N − T − J + 1; `sigma` is null when it is 0. */
export interface ComponentTally {
  readonly entries: readonly string[]
  readonly jurors: readonly string[]
  readonly n: number
  readonly rss: number
  readonly df: number
  readonly sigma: number | null
}

export interface Tally {
  readonly design: Design
  readonly factor: Factor
  /** Ballot totals in the design's order, and what the fit leaves of each. */
  readonly scores: Float64Array
  readonly residuals: Float64Array
  /** By entry, in the design's order: mean, fair average and its standard error (NaN where there is none). */
  readonly raw: Float64Array
  readonly fair: Float64Array
  readonly errors: Float64Array
  readonly jurors: readonly JurorTally[]
  readonly components: readonly ComponentTally[]
}

/**
 * The fair average of counted ballots, with everything that explains it. Each connected component is fitted and
 * ranked by itself.
 * @throws when a juror scored an entry twice
 */
export function tallyScores(given: readonly Score[]): Tally {
  return tallyDesign(designOf(given), (ballot) => given[ballot]?.value ?? 0)
}

/** The same for a design; `scoreOf` gives the total by the ballot's place in what the design was made of. */
export function tallyDesign(design: Design, scoreOf: (ballot: number) => number): Tally {
  const factor = factorOf(design)
  const scores = inOrder(design, scoreOf)
  const { raw, fair, effect } = fairAverage(design, factor, scores)
  const residuals = residualsOf(design, scores, fair, effect)
  const components = tallyComponents(design, residuals)
  const errors = standardErrors(
    design,
    inverseOf(factor),
    components.map(({ sigma }) => sigma),
  )
  return {
    design,
    factor,
    scores,
    residuals,
    raw,
    fair,
    errors,
    jurors: tallyJurors(design, scores, effect),
    components,
  }
}

/** Figures of ballots in the design's order. */
export function inOrder({ source }: Design, figureOf: (ballot: number) => number): Float64Array {
  const figures = new Float64Array(source.length)
  for (let ballot = 0; ballot < figures.length; ballot += 1) figures[ballot] = figureOf(source[ballot] ?? 0)
  return figures
}

function residualsOf(
  { entryOf, jurorOf }: Design,
  scores: Float64Array,
  fair: Float64Array,
  effect: Float64Array,
): Float64Array {
  const residuals = new Float64Array(scores.length)
  for (let k = 0; k < residuals.length; k += 1)
    residuals[k] = (scores[k] ?? 0) - (fair[entryOf[k] ?? 0] ?? 0) - (effect[jurorOf[k] ?? 0] ?? 0)
  return residuals
}

function tallyComponents(design: Design, residuals: Float64Array): ComponentTally[] {
  const { entries, jurors, entryOf } = design
  const { ofEntry, ofJuror } = design.components
  const found = entriesByComponent(design).map((members) => ({
    entries: members.map((entry) => entries[entry] ?? ''),
    jurors: [] as string[],
  }))
  jurors.forEach((id, juror) => {
    found[ofJuror[juror] ?? 0]?.jurors.push(id)
  })
  const n = new Int32Array(found.length)
  const rss = new Float64Array(found.length)
  for (let ballot = 0; ballot < residuals.length; ballot += 1) {
    const component = ofEntry[entryOf[ballot] ?? 0] ?? 0
    n[component] = (n[component] ?? 0) + 1
    const residual = residuals[ballot] ?? 0
    rss[component] = (rss[component] ?? 0) + residual * residual
  }
  return found.map((members, component) => {
    const [ballots = 0, sum = 0] = [n[component], rss[component]]
    const df = ballots - members.entries.length - members.jurors.length + 1
    return { ...members, n: ballots, rss: sum, df, sigma: df > 0 ? Math.sqrt(sum / df) : null }
  })
}

/** The figures of an entry by its place in the design. */
export function entryTally({ design, raw, fair, errors }: Tally, place: number): EntryTally {
  const mean = raw[place] ?? Number.NaN
  const score = fair[place] ?? Number.NaN
  const error = errors[place] ?? Number.NaN
  return {
    id: design.entries[place] ?? '',
    n: (design.start[place + 1] ?? 0) - (design.start[place] ?? 0),
    raw: mean,
    score,
    severity: mean - score,
    se: Number.isNaN(error) ? null : error,
    component: design.components.ofEntry[place] ?? 0,
  }
}

function tallyJurors(design: Design, scores: Float64Array, effect: Float64Array): JurorTally[] {
  const { jurors, jurorOf, perJuror, components } = design
  const sums = new Float64Array(jurors.length)
  const squares = new Float64Array(jurors.length)
  for (let ballot = 0; ballot < scores.length; ballot += 1) {
    const juror = jurorOf[ballot] ?? 0
    sums[juror] = (sums[juror] ?? 0) + (scores[ballot] ?? 0)
  }
  const means = sums.map((sum, juror) => sum / (perJuror[juror] ?? 1))
  for (let ballot = 0; ballot < scores.length; ballot += 1) {
    const juror = jurorOf[ballot] ?? 0
    squares[juror] = (squares[juror] ?? 0) + ((scores[ballot] ?? 0) - (means[juror] ?? 0)) ** 2
  }
  return jurors.map((id, juror) => {
    const n = perJuror[juror] ?? 0
    return {
      id,
      n,
      mean: means[juror] ?? 0,
      sd: n > 1 ? Math.sqrt((squares[juror] ?? 0) / (n - 1)) : 0,
      effect: effect[juror] ?? 0,
      component: components.ofJuror[juror] ?? 0,
    }
  })
}
