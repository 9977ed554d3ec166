import type { ShownCriterion } from '@/app/jury/[edition]/[event]/_components/sheet-data'
import { cleanRubric } from '@/domain/judging/rubric'
import { numberOf, type RubricDraft, weighDraft, writtenRubric } from '@/domain/judging/rubric-draft'
import { isRefusal } from '@/domain/refusal'

/** More marks than a juror would ever be shown; a scale that is still being typed can ask for millions. */
const MOST_MARKS = 200

/** A draft as a juror would see it: what is not right yet is shown as if it had been left out. */
export function shownCriteria(draft: RubricDraft): ShownCriterion[] {
  const { shares } = weighDraft(draft)
  return draft.flatMap((criterion, index) => {
    const { key, kind, name, min, max, step } = criterion
    if (name.trim() === '') return []
    const countable = (numberOf(max) - numberOf(min)) / numberOf(step) <= MOST_MARKS
    const whole = { ...criterion, kind: 'weighted', weight: '1' } as const
    const tries = [
      whole,
      { ...whole, levels: [] },
      { ...whole, min: '0', max: '10', step: '0.5', levels: [] },
    ]
    for (const attempt of countable ? tries : tries.slice(2)) {
      const written = writtenRubric([attempt])
      const clean = isRefusal(written) ? written : cleanRubric(written)
      if (isRefusal(clean)) continue
      return clean.map((one) => ({
        ...{ id: String(key), name, kind, weight: kind === 'gate' ? null : (shares[index] ?? 0) },
        scale: kind === 'gate' ? { min: 0, max: 1, step: 1 } : one.scale,
        levels: one.levels,
      }))
    }
    return []
  })
}
