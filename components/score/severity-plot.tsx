import { type Domain, shareOf } from './scale'

/**
 * How far a juror stands from the panel: strict to the left of the line, generous to the right, and an estimate of it
 * with one standard error to either side.
 * @param effect points above (+) or below (−) the panel on the same teams
 */
export function SeverityPlot({
  effect,
  estimate,
  domain,
  label,
  className = 'w-30',
}: {
  effect: number
  /** Of the same effect or another figure for it. */
  estimate: { readonly effect: number; readonly se: number } | null
  domain: Domain
  label: string
  className?: string
}) {
  const at = (value: number) => 5 + shareOf(value, domain) * 110
  return (
    <svg viewBox="0 0 120 22" role="img" aria-label={label} className={`h-auto ${className}`}>
      <path d={`M${at(0)} 0v22`} className="stroke-line" strokeWidth="1.5" />
      {estimate && (
        <path
          d={`M${at(estimate.effect - estimate.se)} 11H${at(estimate.effect + estimate.se)}M${at(estimate.effect)} 7v8`}
          className="stroke-control"
          strokeWidth="2"
        />
      )}
      <circle cx={at(effect)} cy="11" r="4.2" className="fill-primary" />
    </svg>
  )
}
