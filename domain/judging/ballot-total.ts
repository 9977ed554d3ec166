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
  const weighted = weightedCriteria(criteria)
  if (weighted.length === 0) return () => null
  const { terms, denominator, most } = commonTerms(weighted)
  const small = most <= Number.MAX_SAFE_INTEGER && denominator <= Number.MAX_SAFE_INTEGER
  return small ? totalInNumbers(terms, Number(denominator)) : totalInBigInts(terms, denominator)
}

/** A criterion's scale, and what one step up on it adds to the numerator of the total. */
interface Term<Integer> {
  readonly id: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly perStep: Integer
}

function commonTerms(weighted: readonly Criterion[]) {
  const weights = weighted.map(({ weight }) => fraction(weight ?? 0))
  const sum = weights.reduce(add, fraction(0))
  const perStep = weighted.map(({ scale }, index) => {
    const weight = weights[index] ?? fraction(0)
    const step = fraction(scale.step)
    const range = add(fraction(scale.max), negative(fraction(scale.min)))
    return {
      numerator: 100n * weight.numerator * step.numerator * range.denominator * sum.denominator,
      denominator: weight.denominator * step.denominator * range.numerator * sum.numerator,
    }
  })
  const denominator = perStep.reduce((all, one) => leastCommonMultiple(all, one.denominator), 1n)
  const terms: Term<bigint>[] = weighted.map(({ id, scale: { min, max, step } }, index) => {
    const one = perStep[index] ?? fraction(0)
    return { id, min, max, step, perStep: (one.numerator * denominator) / one.denominator }
  })
  return { terms, denominator, most: 100n * denominator }
}

/** Integers below 2^53 are exact as numbers, and one division rounds once. */
function totalInNumbers(terms: readonly Term<bigint>[], denominator: number) {
  const numbers: Term<number>[] = terms.map((term) => ({ ...term, perStep: Number(term.perStep) }))
  return (marks: Marks): number | null => {
    let numerator = 0
    for (const term of numbers) {
      const mark = marks[term.id]
      if (mark === null || mark === undefined) return null
      numerator += term.perStep * stepsUp(mark, term)
    }
    return numerator / denominator
  }
}

function totalInBigInts(terms: readonly Term<bigint>[], denominator: bigint) {
  return (marks: Marks): number | null => {
    let numerator = 0n
    for (const term of terms) {
      const mark = marks[term.id]
      if (mark === null || mark === undefined) return null
      numerator += term.perStep * BigInt(stepsUp(mark, term))
    }
    return nearestNumber({ numerator, denominator })
  }
}

/** Marks, scales and steps are decimals kept as doubles: the quotient is a whole number but for their rounding. */
function stepsUp(mark: number, { id, min, max, step }: Omit<Term<unknown>, 'perStep'>): number {
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
