import { type Domain, shareOf, stackDots } from './scale'

/** Where there is room the figures lie farther apart; the dots keep their size. */
const WIDTHS = { narrow: 180, wide: 300 }
const HEIGHT = 36
const MIDDLE = 21
const DOT = 4

/**
 * A dot a juror and a tick at the mean, on the domain all rows share; dots that meet stand on each other.
 * @param label the same in words: “Five ballots from 70 to 88, fair average 83.92”
 */
export function ScoreStrip({
  totals,
  mean,
  domain,
  label,
  winner = false,
  wide = false,
  className = 'w-45',
}: {
  totals: readonly number[]
  mean: number
  domain: Domain
  label: string
  winner?: boolean
  wide?: boolean
  className?: string
}) {
  const width = WIDTHS[wide ? 'wide' : 'narrow']
  const at = (value: number) => 6 + shareOf(value, domain) * (width - 12)
  const dots = stackDots(totals.map(at), DOT * 1.5)
  // A tall stack closes up rather than climb into the row above.
  const tallest = Math.max(1, ...dots.map(({ level }) => level))
  const step = Math.min(DOT * 1.9, (MIDDLE - DOT) / tallest)
  const tick = winner ? 'stroke-gold' : 'stroke-text'
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className={`h-auto overflow-visible ${className}`}
    >
      <path d={`M0 ${MIDDLE}H${width}`} className="stroke-line" strokeWidth="1.5" />
      <g className="fill-primary stroke-bg" strokeWidth="0.8">
        {dots.map(({ x, level }) => (
          <circle key={`${x}-${level}`} cx={x} cy={MIDDLE - level * step} r={DOT} />
        ))}
      </g>
      <path d={`M${at(mean)} ${MIDDLE - 12}v24`} className={tick} strokeWidth="2" />
    </svg>
  )
}
