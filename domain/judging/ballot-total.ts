import { type Fraction, fraction, leastCommonMultiple, nearestNumber } from './fraction'
import type { CriterionKind } from './states'

/** `weight` is null for a gate; `position` is the place in the rubric. */
export interface Criterion {
  readonly id: string
  readonly kind: CriterionKind
  readonly position: number
  readonly weight: number | null
  readonly scale: { readonly min: number; readonly max: number; readonly step: number }
}

/** A juror's answers for one entry by criterion id: a value on the scale, 1 or 0 for a gate, null when cleared. */
export type Marks = Readonly<Record<string, number | null | undefined>>

/** The criteria that are averaged, in the order of the rubric. */
export function weightedCriteria(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria
    .filter(({ kind, weight }) => kind === 'weighted' && weight !== null && weight > 0)
    .sort((a, b) => a.position - b.position)
}

/**
 * 100 · Σ w·(x − min)/(max − min) / Σ w over the weighted criteria: 0–100, computed exactly and rounded once to the
 * nearest number; null when a weighted criterion has no mark (nothing missing is ever 0) or none is weighted.
 * @throws RangeError on a mark that is not on its scale's grid
 */
export function ballotTotal(criteria: readonly Criterion[], marks: Marks): number | null {
  return ballotTotaller(criteria)(marks)
}

/** `ballotTotal` for many ballots of one rubric: the fractions are brought to one denominator once. */
export function ballotTotaller(criteria: readonly Criterion[]): (marks: Marks) => number | null {
  const readSteps = stepsReader(criteria)
  const totalOf = stepsTotaller(criteria)
  const steps = weightedCriteria(criteria).map(() => new Float64Array(1))
  return (marks) => (readSteps(marks, steps, 0) ? totalOf(steps, 0) : null)
}

/** How many steps up its scale each mark is: one list a weighted criterion, in the order of the rubric. */
export type Steps = readonly Float64Array[]

/**
 * Writes a ballot's marks at its place in the lists and says whether it is complete.
 * @throws RangeError on a mark that is not on its scale's grid
 */
export function stepsReader(
  criteria: readonly Criterion[],
): (marks: Marks, into: Steps, ballot: number) => boolean {
  const weighted = weightedCriteria(criteria)
  return (marks, into, ballot) => {
    let place = 0
    for (const criterion of weighted) {
      const mark = marks[criterion.id]
      const steps = into[place]
      if (mark === null || mark === undefined || steps === undefined) return false
      steps[ballot] = stepsUp(mark, criterion)
      place += 1
    }
    return place > 0
  }
}

/** The exact total of a complete ballot from its steps, rounded once. */
export function stepsTotaller(criteria: readonly Criterion[]): (steps: Steps, ballot: number) => number {
  const { perStep, denominator, most } = commonTerms(weightedCriteria(criteria))
  const small = most <= Number.MAX_SAFE_INTEGER && denominator <= Number.MAX_SAFE_INTEGER
  return small ? totalInNumbers(perStep, Number(denominator)) : totalInBigInts(perStep, denominator)
}

/** What one step up on each criterion adds to the numerator of the total. */
function commonTerms(weighted: readonly Criterion[]) {
  const weights = weighted.map(({ weight }) => fraction(weight ?? 0))
  const sum = weights.reduce(add, fraction(0))
  const shares = weighted.map(({ scale }, index) => {
    const weight = weights[index] ?? fraction(0)
    const step = fraction(scale.step)
    const range = add(fraction(scale.max), negative(fraction(scale.min)))
    return {
      numerator: 100n * weight.numerator * step.numerator * range.denominator * sum.denominator,
      denominator: weight.denominator * step.denominator * range.numerator * sum.numerator,
    }
  })
  const denominator = shares.reduce((all, one) => leastCommonMultiple(all, one.denominator), 1n)
  const perStep = shares.map((one) => (one.numerator * denominator) / one.denominator)
  return { perStep, denominator, most: 100n * denominator }
}

/** Integers below 2^53 are exact as numbers, and one division rounds once. */
function totalInNumbers(perStep: readonly bigint[], denominator: number) {
  const numbers = Float64Array.from(perStep, Number)
  return (steps: Steps, ballot: number): number => {
    let numerator = 0
    for (let place = 0; place < numbers.length; place += 1)
      numerator += (numbers[place] ?? 0) * (steps[place]?.[ballot] ?? 0)
    return numerator / denominator
  }
}

function totalInBigInts(perStep: readonly bigint[], denominator: bigint) {
  return (steps: Steps, ballot: number): number => {
    const numerator = perStep.reduce((sum, one, place) => sum + one * BigInt(steps[place]?.[ballot] ?? 0), 0n)
    return nearestNumber({ numerator, denominator })
  }
}

/** Marks, scales and steps are decimals kept as doubles: the quotient is a whole number but for their rounding. */
function stepsUp(mark: number, { id, scale: { min, max, step } }: Criterion): number {
  const steps = (mark - min) / step
  const whole = Math.round(steps)
  if (!(mark >= min && mark <= max && Math.abs(steps - whole) < 1e-6))
    throw new RangeError(`${mark} is not on the scale ${min}–${max} by ${step} of criterion ${id}`)
  return whole
}

function add(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

function negative({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator }
}
