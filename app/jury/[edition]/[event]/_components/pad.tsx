import { padOf, touchHalf, touchWhole, valuesOf } from '@/domain/judging/pad'
import type { ShownCriterion } from './sheet-data'
import type { Say } from './words'

const KEY =
  'figures min-h-12 rounded-md border border-control bg-bg text-lg font-semibold transition-colors duration-100 enabled:hover:bg-primary-soft aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-on-primary enabled:aria-pressed:hover:bg-primary'

/** The keys of one criterion: a touch gives the mark, the same touch again clears it. */
export function Pad({
  criterion,
  value,
  locked,
  onMark,
  say,
}: {
  criterion: ShownCriterion
  value: number | null
  locked: boolean
  onMark: (value: number | null) => void
  say: Say
}) {
  const { name, scale } = criterion
  const pad = padOf(scale)
  if (!pad) {
    return (
      <select
        className="min-h-12 w-full rounded-md border border-control bg-bg px-3"
        aria-label={name}
        disabled={locked}
        value={value ?? ''}
        onChange={({ target }) => onMark(target.value === '' ? null : Number(target.value))}
      >
        <option value="">{say('choose')}</option>
        {valuesOf(scale).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    )
  }
  return (
    <fieldset className="grid grid-cols-6 gap-2 sm:gap-1.5 sm:grid-cols-none sm:grid-flow-col sm:auto-cols-fr">
      <legend className="sr-only">{name}</legend>
      {pad.wholes.map((whole) => (
        <button
          key={whole}
          type="button"
          data-pad
          className={KEY}
          disabled={locked}
          aria-pressed={value !== null && Math.floor(value) === whole}
          aria-label={say('mark', { name, value: whole })}
          onClick={() => onMark(touchWhole(value, whole))}
        >
          {whole}
        </button>
      ))}
      {pad.half && (
        <button
          type="button"
          data-pad
          className={`${KEY} ${value === null ? 'border-dashed text-muted' : ''}`}
          disabled={locked || value === null || (value === scale.max && Number.isInteger(value))}
          aria-pressed={value !== null && !Number.isInteger(value)}
          aria-label={say('addHalf', { name })}
          onClick={() => onMark(touchHalf(value, scale))}
        >
          {say('half')}
        </button>
      )}
    </fieldset>
  )
}
