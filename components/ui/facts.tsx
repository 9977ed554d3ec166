import type { ReactNode } from 'react'

/** What is known of one thing, a line each; what is not known has no line. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="hairlines border-t">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className="grid grid-cols-[7rem_minmax(0,1fr)] items-baseline gap-x-4 py-2.5">
            <dt className="text-muted text-sm">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
