/** Progress as a ring with its figures inside: “461 of 480 marks”. */
export function Ring({ done, total, unit }: { done: number; total: number; unit: string }) {
  const length = 2 * Math.PI * 62
  const share = total === 0 ? 0 : done / total
  return (
    <svg viewBox="0 0 136 136" className="size-34" role="img" aria-label={`${done} ${unit}`}>
      <circle cx="68" cy="68" r="62" fill="none" stroke="var(--line)" strokeWidth="9" />
      <circle
        cx="68"
        cy="68"
        r="62"
        fill="none"
        stroke="var(--primary)"
        strokeWidth="9"
        strokeDasharray={`${share * length} ${length}`}
        transform="rotate(-90 68 68)"
      />
      <text x="68" y="70" textAnchor="middle" className="figures fill-text font-semibold text-3xl">
        {done}
      </text>
      <text x="68" y="90" textAnchor="middle" className="figures fill-muted text-xs">
        {unit}
      </text>
    </svg>
  )
}
