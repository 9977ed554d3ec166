import type { RunningTotal } from '@/domain/judging/running-total'

/** A bar a criterion, as wide as its weight and filled as far as its mark. The figures beside it say the same. */
export function TotalBars({ parts }: Pick<RunningTotal, 'parts'>) {
  return (
    <div className="drawn flex gap-1" aria-hidden="true">
      {parts.map(({ id, share, filled }) => (
        <div
          key={id}
          style={{ flexGrow: share }}
          className={`h-2.5 basis-0 rounded-sm border border-control ${filled === null ? 'border-dashed' : 'bg-primary-soft'}`}
        >
          {filled !== null && (
            <div className="h-full rounded-[3px] bg-primary" style={{ width: `${100 * filled}%` }} />
          )}
        </div>
      ))}
    </div>
  )
}
