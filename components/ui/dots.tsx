/** A dot is one of many: filled ones first, then open ones. The label says it in words. */
export function Dots({
  filled,
  open = 0,
  label,
  perRow = 14,
}: {
  filled: number
  open?: number
  label: string
  perRow?: number
}) {
  const total = filled + open
  const columns = Math.min(Math.max(total, 1), perRow)
  const rows = Math.ceil(total / columns)
  return (
    <svg
      role="img"
      aria-label={label}
      width={columns * 9}
      height={rows * 10}
      viewBox={`0 0 ${columns * 9} ${rows * 10}`}
      className="text-primary"
    >
      {Array.from({ length: total }, (_, index) => {
        const cx = (index % columns) * 9 + 4.5
        const cy = Math.floor(index / columns) * 10 + 5
        return index < filled ? (
          <circle key={`${cx}-${cy}`} cx={cx} cy={cy} r="3" fill="currentColor" />
        ) : (
          <circle
            key={`${cx}-${cy}`}
            cx={cx}
            cy={cy}
            r="2.6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.1"
          />
        )
      })}
    </svg>
  )
}
