import type { ReactNode } from 'react'

/** Criteria that stand, each with its share of the total; a gate has none. */
export function RubricShares<T extends { id: string; name: string; weight: number | null }>({
  criteria,
  about,
}: {
  criteria: readonly T[]
  /** What else is said of one, under its name. */
  about?: (criterion: T) => ReactNode
}) {
  const whole = criteria.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  return (
    <ul className={about ? 'hairlines' : 'grid gap-1 text-sm'}>
      {criteria.map((criterion) => (
        <li key={criterion.id} className={about && 'grid gap-1 py-4'}>
          <p className="flex justify-between gap-4">
            <span className={`[overflow-wrap:anywhere] ${about ? 'font-semibold' : ''}`}>
              {criterion.name}
            </span>
            {criterion.weight !== null && (
              <span className="figures whitespace-nowrap text-muted">
                {Math.round((100 * criterion.weight) / whole)} %
              </span>
            )}
          </p>
          {about?.(criterion)}
        </li>
      ))}
    </ul>
  )
}
