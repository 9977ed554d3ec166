/** The juror's own totals on one line by pitch number, and where the open sheet can still land. */
export function OwnMarks({
  totals,
  range,
  caption,
  rangeText,
}: {
  totals: readonly { readonly label: string; readonly total: number }[]
  range: readonly [low: number, high: number] | null
  caption: string
  rangeText: string
}) {
  const values = [...totals.map(({ total }) => total), ...(range ?? [])]
  if (values.length === 0) return null
  const from = Math.max(0, Math.floor((Math.min(...values) - 2) / 10) * 10)
  const to = Math.min(100, Math.ceil((Math.max(...values) + 2) / 10) * 10)
  const x = (value: number) => 20 + (680 * (value - from)) / (to - from)
  const ticks = Array.from({ length: (to - from) / 10 + 1 }, (_, index) => from + 10 * index)
  const placed = totals.toSorted((a, b) => a.total - b.total)
  return (
    <section className="border-t pt-4">
      <div className="flex flex-wrap justify-between gap-2">
        <h2 className="caption text-muted">{caption}</h2>
        {range && <p className="text-signal text-sm">{rangeText}</p>}
      </div>
      <svg viewBox="0 0 720 76" className="drawn mt-1 w-full" aria-hidden="true">
        <path d={`M20 ${LINE}H700`} stroke="var(--line)" />
        {range && (
          <rect
            x={x(range[0])}
            y={LINE - 6}
            width={Math.max(2, x(range[1]) - x(range[0]))}
            height="12"
            rx="4"
            fill="var(--primary-soft)"
            stroke="var(--signal)"
            strokeDasharray="4 3"
          />
        )}
        {ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${x(tick)} ${LINE - 3}v6`} stroke="var(--control)" />
            <text
              x={x(tick)}
              y={LINE + 24}
              textAnchor="middle"
              className="figures"
              fontSize="11"
              fill="var(--muted)"
            >
              {tick}
            </text>
          </g>
        ))}
        {labelled(placed, x).map(({ label, total, level }) => (
          <g key={label}>
            <circle cx={x(total)} cy={LINE} r="5" fill="var(--primary)" stroke="var(--bg)" />
            <text
              x={x(total)}
              y={LINE - 12 - 12 * level}
              textAnchor="middle"
              className="figures"
              fontSize="11"
              fill="var(--text)"
            >
              {label}
            </text>
          </g>
        ))}
      </svg>
      <p className="sr-only">
        {placed.map(({ label, total }) => `${label}: ${total.toFixed(1)}`).join(', ')}
      </p>
    </section>
  )
}

const LINE = 50
/** Closer than this, two numbers would touch: the later one moves up a line. */
const NEAR = 18

function labelled(placed: readonly { label: string; total: number }[], x: (value: number) => number) {
  const last = [-NEAR, -NEAR, -NEAR]
  return placed.map(({ label, total }) => {
    const free = last.findIndex((at) => x(total) - at >= NEAR)
    const level = free === -1 ? last.indexOf(Math.min(...last)) : free
    last[level] = x(total)
    return { label, total, level }
  })
}
