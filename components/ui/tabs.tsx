import type { Route } from 'next'
import Link from 'next/link'

export interface Tab {
  readonly href: Route
  readonly label: string
  readonly count?: number
}

/** Pages beside each other, as links: each has its own address. */
export function Tabs({
  tabs,
  current,
  label,
}: {
  tabs: readonly Tab[]
  current: string
  /** What they are pages of. */
  label: string
}) {
  return (
    <nav aria-label={label} className="-mb-px overflow-x-auto">
      <ul className="flex gap-x-6 border-b">
        {tabs.map(({ href, label: name, count }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className="flex min-h-12 items-center gap-2 whitespace-nowrap border-transparent border-b-2 text-muted no-underline hover:text-text aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-text"
            >
              {name}
              {count !== undefined && <span className="figures text-sm">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
