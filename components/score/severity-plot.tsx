import { type Domain, shareOf } from './scale'

/**
 * How far a juror stands from the panel: strict to the left of the line, generous to the right, with the spread.
 * @param effect points above (+) or below (−) the panel on the same teams; `spread` is one standard error
 */
export function SeverityPlot({
  effect,
  spread,
  domain,
  label,
  className = 'w-30',
}: {
  effect: number
  spread: number | null
  domain: Domain
  label: string
  className?: string
}) {
  const at = (value: number) => 5 + shareOf(value, domain) * 110
  return (
    <svg viewBox="0 0 120 22" role="img" aria-label={label} className={`h-auto ${className}`}>
      <path d={`M${at(0)} 0v22`} className="stroke-line" strokeWidth="1.5" />
      {spread !== null && (
        <path
          d={`M${at(effect - spread)} 11H${at(effect + spread)}`}
          className="stroke-control"
          strokeWidth="2"
        />
      )}
      <circle cx={at(effect)} cy="11" r="4.2" className="fill-primary" />
    </svg>
  )
}
