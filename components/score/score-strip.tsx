import { type Domain, shareOf, stackDots } from './scale'

const WIDTH = 180
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
  className = 'w-45',
}: {
  totals: readonly number[]
  mean: number
  domain: Domain
  label: string
  winner?: boolean
  className?: string
}) {
  const at = (value: number) => 6 + shareOf(value, domain) * (WIDTH - 12)
  const tick = winner ? 'stroke-gold' : 'stroke-text'
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className={`h-auto overflow-visible ${className}`}
    >
      <path d={`M0 ${MIDDLE}H${WIDTH}`} className="stroke-line" strokeWidth="1.5" />
      <g className="fill-primary stroke-bg" strokeWidth="0.8">
        {stackDots(totals.map(at), DOT * 1.5).map(({ x, level }) => (
          <circle key={`${x}-${level}`} cx={x} cy={MIDDLE - level * DOT * 1.9} r={DOT} />
        ))}
      </g>
      <path d={`M${at(mean)} ${MIDDLE - 12}v24`} className={tick} strokeWidth="2" />
    </svg>
  )
}
