import { Check } from '@/components/ui/icons'
import type { ShownCriterion } from './sheet-data'
import type { Say } from './words'

/** A gate stands on pass; an objection or a wish to discuss is one touch. `undefined` is a gate nobody touched. */
export function Gate({
  criterion,
  value,
  locked,
  onMark,
  say,
}: {
  criterion: ShownCriterion
  value: number | null | undefined
  locked: boolean
  onMark: (value: number | null) => void
  say: Say
}) {
  const { name, scale } = criterion
  const shown = value === undefined ? scale.max : value
  const answers = [
    { word: 'pass', gives: scale.max },
    { word: 'fail', gives: scale.min },
    { word: 'discuss', gives: null },
  ]
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold text-sm">{name}</legend>
      <div className="grid grid-cols-3 overflow-hidden rounded-md border border-control">
        {answers.map(({ word, gives }) => (
          <button
            key={word}
            type="button"
            className="min-h-12 border-l border-control bg-bg px-3 font-semibold first:border-l-0 enabled:hover:bg-primary-soft aria-pressed:bg-primary aria-pressed:text-on-primary enabled:aria-pressed:hover:bg-primary focus-visible:-outline-offset-2"
            disabled={locked}
            aria-pressed={shown === gives}
            onClick={() => onMark(gives)}
          >
            {shown === gives && <Check className="mr-2 inline size-4" aria-hidden="true" />}
            {say(word)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
