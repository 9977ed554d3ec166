import { type Refusal, refuse } from '@/domain/refusal'
import type { CleanCriterion, RubricCriterion } from './rubric'
import { CRITERION_KINDS, type CriterionKind } from './states'

/** A rubric while it is written: what stands in the fields, right or not yet. */
export interface DraftCriterion {
  /** Tells a criterion from the others while they move. */
  readonly key: number
  readonly kind: CriterionKind
  readonly name: string
  readonly weight: string
  readonly min: string
  readonly max: string
  readonly step: string
  readonly levels: readonly DraftLevel[]
}

export interface DraftLevel {
  readonly value: string
  readonly sentence: string
}

export type RubricDraft = readonly DraftCriterion[]

const EMPTY = {
  kind: 'weighted',
  name: '',
  weight: '',
  min: '0',
  max: '10',
  step: '0.5',
  levels: [],
} as const

/** More than any rubric may have, so that what a form claims to hold is not read for ever. */
const MOST = 100

/** A rubric as its fields show it; one that is not there yet begins with an empty criterion. */
export function draftOf(rubric: readonly CleanCriterion[]): RubricDraft {
  if (rubric.length === 0) return [{ ...EMPTY, key: 0 }]
  return rubric.map(({ kind, name, weight, scale, levels }, key) => {
    const { min, max, step } = kind === 'gate' ? EMPTY : scale
    return {
      ...{ key, kind, name, weight: weight === null ? '' : String(weight) },
      ...{ min: String(min), max: String(max), step: String(step) },
      levels: levels.map(({ value, sentence }) => ({ value: String(value), sentence })),
    }
  })
}

/** What a form sent, read from its fields `criteria.<index>.<part>` and `criteria.<index>.levels.<index>.<part>`. */
export function readDraft(fields: Readonly<Record<string, unknown>>): RubricDraft {
  const text = (name: string, otherwise = '') =>
    Object.hasOwn(fields, name) ? String(fields[name]) : otherwise
  const rows = (prefix: string, part: string) => {
    const count = Array.from({ length: MOST }).findIndex(
      (_, row) => !Object.hasOwn(fields, `${prefix}.${row}.${part}`),
    )
    return Array.from({ length: count === -1 ? MOST : count }, (_, row) => `${prefix}.${row}`)
  }
  return rows('criteria', 'name').map((at, key) => ({
    key,
    kind: CRITERION_KINDS.find((known) => known === text(`${at}.kind`)) ?? 'weighted',
    name: text(`${at}.name`),
    weight: text(`${at}.weight`),
    min: text(`${at}.min`, EMPTY.min),
    max: text(`${at}.max`, EMPTY.max),
    step: text(`${at}.step`, EMPTY.step),
    levels: rows(`${at}.levels`, 'sentence').map((level) => ({
      value: text(`${level}.value`),
      sentence: text(`${level}.sentence`),
    })),
  }))
}

/**
 * The draft after one button: `add`, or `remove`, `up`, `down`, `add-level` with a criterion's place (“up.2”), or
 * `remove-level` with a level's too (“remove-level.2.0”). Any other word changes nothing.
 */
export function changeDraft(draft: RubricDraft, change: string): RubricDraft {
  const [what, ...places] = change.split('.')
  const [at = -1, level = -1] = places.map(Number)
  if (what === 'add') {
    const key = 1 + Math.max(-1, ...draft.map((one) => one.key))
    return draft.length < MOST ? [...draft, { ...EMPTY, key }] : draft
  }
  const criterion = draft[at]
  if (!criterion) return draft
  switch (what) {
    case 'remove':
      return draft.toSpliced(at, 1)
    case 'up':
      return at === 0 ? draft : draft.toSpliced(at, 1).toSpliced(at - 1, 0, criterion)
    case 'down':
      return draft.toSpliced(at, 1).toSpliced(at + 1, 0, criterion)
    case 'add-level':
      return draft.with(at, { ...criterion, levels: [...criterion.levels, { value: '', sentence: '' }] })
    case 'remove-level':
      return draft.with(at, { ...criterion, levels: criterion.levels.filter((_, index) => index !== level) })
    default:
      return draft
  }
}

/**
 * What a draft says, for `cleanRubric` to judge; a level left empty says nothing. Refused `criterion-level-number`
 * where a sentence stands beside no number.
 */
export function writtenRubric(draft: RubricDraft): RubricCriterion[] | Refusal {
  const written: RubricCriterion[] = []
  for (const [index, { kind, name, weight, min, max, step, levels }] of draft.entries()) {
    const said = levels.filter(({ value, sentence }) => `${value}${sentence}`.trim() !== '')
    if (said.some(({ value }) => Number.isNaN(numberOf(value))))
      return refuse('criterion-level-number', { field: `criteria.${index}.levels`, name })
    written.push({
      ...{ kind, name, weight: numberOf(weight) },
      ...{ scaleMin: numberOf(min), scaleMax: numberOf(max), step: numberOf(step) },
      levels: said.map(({ value, sentence }) => ({ value: numberOf(value), sentence })),
    })
  }
  return written
}

/** The weights of a draft: their sum, and each one's share of it in percent; null for a gate and for what is no weight. */
export function weighDraft(draft: RubricDraft): { sum: number; shares: readonly (number | null)[] } {
  const weights = draft.map(({ kind, weight }) => (kind === 'gate' ? 0 : numberOf(weight)))
  const sum = weights.reduce((all, weight) => all + (weight > 0 ? weight : 0), 0)
  return {
    sum: Number(sum.toFixed(6)),
    shares: weights.map((weight) => (weight > 0 ? (100 * weight) / sum : null)),
  }
}

/** A number as people type it, with a comma too; NaN for everything else. */
export function numberOf(text: string): number {
  const written = text.trim().replace(',', '.')
  return /^-?\d{1,9}(\.\d{1,9})?$/.test(written) ? Number(written) : Number.NaN
}
