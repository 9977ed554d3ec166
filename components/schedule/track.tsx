/** How much of a stretch of time is over: a line in quarters, a ring at now, a tick at its end. */
export function Track({
  share,
  label,
  className = '',
}: {
  share: number
  label: string
  className?: string
}) {
  const done = Math.min(1, Math.max(0, share)) * 100
  return (
    <div role="img" aria-label={label} className={`drawn relative h-6 ${className}`}>
      {[0, 1, 2, 3].map((quarter) => (
        <span
          key={quarter}
          className="absolute top-2.5 h-1 overflow-hidden rounded-full bg-line"
          style={{ left: `${quarter * 25}%`, width: 'calc(25% - 3px)' }}
        >
          <span
            className="block h-full bg-signal"
            style={{ width: `${Math.min(100, Math.max(0, (done - quarter * 25) * 4))}%` }}
          />
        </span>
      ))}
      <span className="absolute top-0.5 right-0 h-5 w-0.5 bg-text" />
      <span
        className="absolute top-1 size-4 -translate-x-1/2 rounded-full border-3 border-signal bg-bg"
        style={{ left: `${done}%` }}
      />
    </div>
  )
}
