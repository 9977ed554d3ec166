import { type Refusal, refuse } from '@/domain/refusal'
import type { RubricCriterion } from './rubric'

/**
 * A rubric as it is typed, a weighted criterion a line: “Use of space data: 60”. Empty lines say nothing. Refused
 * `rubric-line` with the number of the first line that is none; everything else is for `cleanRubric`.
 */
export function readRubricLines(text: string): RubricCriterion[] | Refusal {
  const criteria: RubricCriterion[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') continue
    const [, name, weight] = /^(.*\S)\s*[:：]\s*(\d+(?:[.,]\d+)?)\s*%?\s*$/.exec(line) ?? []
    if (name === undefined || weight === undefined) {
      return refuse('rubric-line', { field: 'criteria', line: index + 1 })
    }
    criteria.push({ kind: 'weighted', name: name.trim(), weight: Number(weight.replace(',', '.')) })
  }
  return criteria
}
