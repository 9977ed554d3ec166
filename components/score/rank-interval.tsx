import { shareOf } from './scale'

/** Between which ranks a team may stand, and where it is expected: a bar with a dot, from rank 1 to the last shown. */
export function RankInterval({
  low,
  high,
  expected,
  last,
  label,
  className = 'w-36',
}: {
  low: number
  high: number
  expected: number
  last: number
  label: string
  className?: string
}) {
  const at = (rank: number) => 5 + shareOf(rank, { from: 1, to: last }) * 140
  return (
    <svg viewBox="0 0 150 14" role="img" aria-label={label} className={`h-auto ${className}`}>
      <path d="M0 7h150" className="stroke-line" />
      <path
        d={`M${at(low)} 7H${at(high) + 0.1}`}
        className="stroke-control"
        strokeWidth="6"
        strokeLinecap="round"
      />
      <circle cx={at(expected)} cy="7" r="3.4" className="fill-text stroke-bg" />
    </svg>
  )
}
