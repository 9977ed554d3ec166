import { designOf, entriesByComponent } from '../design'
import { inOrder, type Score, type Tally, tallyScores } from '../tally'
import { type DeliberationReason, deliberationReasons, TOO_CLOSE } from './deliberation'
import { effectsOf } from './effects'
import { leaveOneOut, type WithoutJuror } from './leave-one-out'
import { panelOfScores } from './mixed-model'
import { chancesOf, drawRanks, type RankChances } from './posterior'
import { randomOf } from './random'
import { fitByReml, type Variances } from './reml'
import { type Unavailable, whyUnavailable } from './unavailable'

export const DRAWS = 20_000

export interface CompanionInput {
  /** The ballots that count. */
  readonly scores: readonly Score[]
  /** The official first of each component, after the tie ladder. */
  readonly leaders: readonly string[]
  /** How many places P(top) speaks of. */
  readonly top: number
  /** The same seed and ballots give the same figures on every machine. */
  readonly seed: string
}

/** How sure the ranking is, component by component: nothing is ever said across two of them. */
export interface Companion {
  readonly components: readonly ComponentCompanion[]
}

export interface ComponentCompanion {
  readonly entries: readonly string[]
  readonly jurors: readonly string[]
  readonly leader: string
  readonly model: Model | Unavailable
  readonly without: readonly WithoutJuror[]
  /** Entries whose chance to be the first is at least a tenth, the likeliest first. */
  readonly tooClose: readonly string[]
  /** Empty when no deliberation is asked for. */
  readonly deliberate: readonly DeliberationReason[]
}

export interface Model {
  readonly available: true
  readonly variances: Variances
  /** Of the whole scatter of a ballot: what is the entry's (the ICC of a single juror), the juror's, and noise. */
  readonly shares: Variances
  /** How much of two jurors' scatter is the entry's once each one's severity is taken out. */
  readonly iccConsistency: number
  /** REML's criterion at its least, as lme4 states it. */
  readonly criterion: number
  readonly mean: number
  readonly entries: readonly ModelEntry[]
  readonly jurors: readonly ModelEffect[]
}

/** An effect against the mean, drawn towards it as far as the ballots leave it open, with its standard error. */
export interface ModelEffect {
  readonly id: string
  readonly effect: number
  readonly se: number
}
export interface ModelEntry extends ModelEffect, RankChances {}

/**
 * How sure the official ranking is: y = μ + entry + juror + noise, variances by REML, and the chances of each rank
 * by seeded draws. Entries and jurors come in the order of their ids.
 * @throws when a juror scored an entry twice
 */
export function companionOf({ scores, leaders, top, seed }: CompanionInput): Companion {
  if (scores.length === 0) return { components: [] }
  const tally = tallyScores(scores)
  const { design, fair } = tally
  const parts: Score[][] = tally.components.map(() => [])
  const componentOf = new Map(design.entries.map((id, at) => [id, design.components.ofEntry[at] ?? 0]))
  for (const score of scores) parts[componentOf.get(score.entry) ?? 0]?.push(score)
  return {
    components: entriesByComponent(design).map((members, component) => {
      const ids = members.map((entry) => design.entries[entry] ?? '')
      const best = members.reduce((first, entry) => ((fair[entry] ?? 0) > (fair[first] ?? 0) ? entry : first))
      const leader = leaders.find((id) => ids.includes(id)) ?? design.entries[best] ?? ''
      return componentCompanion(parts[component] ?? [], tally, component, leader, top, `${seed} ${component}`)
    }),
  }
}

function componentCompanion(
  scores: readonly Score[],
  { components }: Tally,
  component: number,
  leader: string,
  top: number,
  seed: string,
): ComponentCompanion {
  const tallied = components[component]
  const { entries = [], jurors = [] } = tallied ?? {}
  const reason = tallied ? whyUnavailable(scores, tallied) : 'few-jurors'
  const model = reason ? ({ available: false, reason } as const) : modelOf(scores, top, seed)
  const without = reason === 'too-large' ? [] : leaveOneOut(scores, leader)
  const sure = model.available ? { pFirst: chanceOf(model, leader), leaders: leadersOf(model) } : null
  return {
    entries,
    jurors,
    leader,
    model,
    without,
    tooClose: model.available ? tooCloseIn(model) : [],
    deliberate: entries.length > 1 ? deliberationReasons(leader, sure, without) : [],
  }
}

function modelOf(scores: readonly Score[], top: number, seed: string): Model {
  const design = designOf(scores)
  const panel = panelOfScores(
    design,
    inOrder(design, (ballot) => scores[ballot]?.value ?? 0),
  )
  const fit = fitByReml(panel)
  const { entry, juror, residual } = fit.variances
  const whole = entry + juror + residual
  const { entries, jurors } = effectsOf(panel, fit)
  const ranks = drawRanks(panel, fit, DRAWS, randomOf(seed))
  return {
    available: true,
    variances: fit.variances,
    shares: { entry: entry / whole, juror: juror / whole, residual: residual / whole },
    iccConsistency: entry / (entry + residual),
    criterion: fit.criterion,
    mean: panel.mean + (fit.equations.solution.at(-1) ?? 0),
    entries: design.entries.map((id, at) => ({
      id,
      effect: entries.effect[at] ?? 0,
      se: entries.se[at] ?? 0,
      ...chancesOf(ranks, at, top),
    })),
    jurors: design.jurors.map((id, at) => ({
      id,
      effect: jurors.effect[at] ?? 0,
      se: jurors.se[at] ?? 0,
    })),
  }
}

const chanceOf = ({ entries }: Model, id: string) => entries.find((entry) => entry.id === id)?.pFirst ?? 0

/** Those whom the model itself puts first: several when it cannot tell them apart. */
function leadersOf({ entries, variances }: Model): string[] {
  const best = Math.max(...entries.map(({ effect }) => effect))
  const apart = 1e-6 * Math.sqrt(variances.residual)
  return entries.filter(({ effect }) => best - effect <= apart).map(({ id }) => id)
}

function tooCloseIn({ entries }: Model): string[] {
  return entries
    .filter(({ pFirst }) => pFirst >= TOO_CLOSE)
    .toSorted((a, b) => b.pFirst - a.pFirst)
    .map(({ id }) => id)
}
