import { Button } from '@/components/ui/button'
import type { RunningTotal } from '@/domain/judging/running-total'
import { TotalBars } from './total-bars'
import type { Say } from './words'

/** The weighted total as it grows, what is still to mark, and, once nothing is, the button that sends the ballot. */
export function TotalSoFar({
  total: { points, of, left, parts },
  draft,
  unmarked,
  closed,
  onSubmit,
  say,
}: {
  total: RunningTotal
  draft: boolean
  /** The name of the first criterion without a mark. */
  unmarked: string
  closed: boolean
  onSubmit: () => void
  say: Say
}) {
  const whole = left === 0
  const sends = draft && whole && !closed
  return (
    <div className="px-4 py-2 md:px-0">
      <div className="mb-1.5 flex min-h-9 items-center justify-between gap-x-3 md:landscape:justify-center">
        <p
          className={`caption whitespace-nowrap text-muted md:landscape:sr-only ${draft && left === 1 ? 'max-sm:sr-only' : ''}`}
        >
          {say('totalSoFar')}
        </p>
        <p className="figures min-w-0 truncate text-muted text-sm">
          <strong className="text-text text-xl">{points.toFixed(1)}</strong>
          <span className={sends ? 'max-sm:hidden' : ''}> {say('ofTotal', { of: Math.round(of) })}</span>
          {draft && left === 1 && ` · ${say('leftOne', { name: unmarked })}`}
          {draft && left > 1 && ` · ${say('leftOther', { count: left })}`}
        </p>
        {sends && (
          <Button type="button" data-pad onClick={onSubmit}>
            {say('submit', { total: points.toFixed(1) })}
          </Button>
        )}
      </div>
      <TotalBars parts={parts} />
    </div>
  )
}
