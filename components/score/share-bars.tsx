/** How likely the team is the best one, as a bar on a hairline; below half a per cent only the line stays. */
export function PFirstBar({
  share,
  label,
  className = 'w-24',
}: {
  share: number
  label: string
  className?: string
}) {
  return (
    <svg viewBox="0 0 100 12" role="img" aria-label={label} className={`h-auto ${className}`}>
      <path d="M0 6h100" className="stroke-line" />
      <rect
        y="1.5"
        width={share < 0.005 ? 0 : Math.max(1.5, share * 100)}
        height="9"
        className="fill-primary"
      />
    </svg>
  )
}

export interface WeightPart {
  readonly id: string
  readonly weight: number
  /** How much of this part is reached, 0 to 1; null while it is open. Left out, the bar shows the weights alone. */
  readonly reached?: number | null
}

/** Criteria as wide as they weigh: filled as far as they are marked, dashed while open. */
export function WeightBar({
  parts,
  label,
  className = 'w-full',
}: {
  parts: readonly WeightPart[]
  label: string
  className?: string
}) {
  return (
    <div role="img" aria-label={label} className={`drawn flex h-2.5 gap-1 ${className}`}>
      {parts.map(({ id, weight, reached }, index) => (
        <span
          key={id}
          style={{ flexGrow: weight, flexBasis: 0 }}
          className={
            reached === null
              ? 'rounded-xs border border-control border-dashed'
              : 'overflow-hidden rounded-xs bg-line'
          }
        >
          {reached !== null && (
            <span
              className="block h-full bg-primary"
              style={
                reached === undefined
                  ? { opacity: Math.max(0.3, 1 - index * 0.25) }
                  : { width: `${reached * 100}%` }
              }
            />
          )}
        </span>
      ))}
    </div>
  )
}
