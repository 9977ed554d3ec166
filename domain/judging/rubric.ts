import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { isOnGrid, type Scale } from './on-grid'
import type { CriterionKind } from './states'

/** A criterion as an organizer writes it. A gate is pass or fail and has neither weight nor scale of its own. */
export interface RubricCriterion {
  readonly kind: CriterionKind
  readonly name: string
  readonly weight?: number
  readonly scaleMin?: number
  readonly scaleMax?: number
  readonly step?: number
  /** What a value means, in a sentence; the values between two levels speak with the lower one. */
  readonly levels?: readonly { readonly value: number; readonly sentence: string }[]
}

export interface CleanCriterion {
  readonly kind: CriterionKind
  readonly name: string
  readonly weight: number | null
  readonly scale: Scale
  readonly levels: readonly { readonly value: number; readonly sentence: string }[]
}

const GATE: Scale = { min: 0, max: 1, step: 1 }
const MOST_CRITERIA = 30

/**
 * A rubric as it is kept. Refused, with the field `criteria.<index>.<part>`: `rubric-unweighted` (no weighted
 * criterion), `rubric-long`, `criterion-nameless`, `criterion-weight`, `criterion-scale`, `criterion-level`.
 */
export function cleanRubric(written: readonly RubricCriterion[]): CleanCriterion[] | Refusal {
  if (!written.some(({ kind }) => kind === 'weighted'))
    return refuse('rubric-unweighted', { field: 'criteria' })
  if (written.length > MOST_CRITERIA) return refuse('rubric-long', { field: 'criteria', max: MOST_CRITERIA })
  const clean: CleanCriterion[] = []
  for (const [index, criterion] of written.entries()) {
    const at = (part: string) => ({ field: `criteria.${index}.${part}` })
    const name = criterion.name.normalize('NFC').trim()
    if (!isLegible(name)) return refuse('criterion-nameless', at('name'))
    const weight = criterion.kind === 'gate' ? null : (criterion.weight ?? 0)
    if (weight !== null && !(weight > 0 && weight <= 1_000_000)) {
      return refuse('criterion-weight', { ...at('weight'), name })
    }
    const { scaleMin: min = 0, scaleMax: max = 10, step = 0.5 } = criterion
    const scale = criterion.kind === 'gate' ? GATE : { min, max, step }
    const measured = [scale.min, scale.max, scale.step].every(Number.isFinite)
    if (!measured || scale.step <= 0 || scale.max <= scale.min || !isOnGrid(scale.max, scale)) {
      return refuse('criterion-scale', { ...at('scale'), name })
    }
    const levels = (criterion.levels ?? []).map(({ value, sentence }) => ({
      value,
      sentence: sentence.normalize('NFC').trim(),
    }))
    const values = new Set(levels.map(({ value }) => value))
    const stray = levels.find(({ value, sentence }) => !isOnGrid(value, scale) || sentence === '')
    if (stray || values.size < levels.length) {
      return refuse('criterion-level', { ...at('levels'), name, value: stray?.value ?? 0 })
    }
    clean.push({ kind: criterion.kind, name, weight, scale, levels })
  }
  return clean
}

/** Whether two rubrics ask the same in the same order. */
export function isSameRubric(one: readonly CleanCriterion[], other: readonly CleanCriterion[]): boolean {
  return (
    one.length === other.length && one.every((criterion, index) => asks(criterion) === asks(other[index]))
  )
}

const asks = (criterion: CleanCriterion | undefined) => {
  if (!criterion) return ''
  const { kind, name, weight, scale, levels } = criterion
  const sentences = levels.map(({ value, sentence }) => [value, sentence] as const)
  return JSON.stringify([
    ...[kind, name, weight, scale.min, scale.max, scale.step],
    sentences.sort(([a], [b]) => a - b),
  ])
}

/** The sentence of a value: that of the highest level it reaches, or null below the first. */
export function sentenceAt(levels: CleanCriterion['levels'], value: number): string | null {
  const reached = levels.filter((level) => level.value <= value).sort((a, b) => b.value - a.value)
  return reached[0]?.sentence ?? null
}
