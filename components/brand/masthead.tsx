import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Logo } from './logo'

export interface Crumb {
  readonly label: string
  readonly href?: Route
}

/** The head of every page: where one is, how far the event has come, and what stands at the right. */
export function Masthead({
  crumbs = [],
  center,
  right,
}: {
  crumbs?: readonly Crumb[]
  center?: ReactNode
  right?: ReactNode
}) {
  return (
    <header className="border-b print:border-text">
      <div className="page flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-1">
        <div className="flex flex-wrap items-center gap-x-5">
          <Logo />
          <nav aria-label="Breadcrumb">
            <ol className="flex flex-wrap gap-x-2">
              {crumbs.map(({ label, href }, index) => (
                <li key={label} className="flex gap-x-2">
                  {index > 0 && <span className="text-muted">/</span>}
                  {href ? (
                    <Link href={href} className="text-muted no-underline hover:text-text">
                      {label}
                    </Link>
                  ) : (
                    <span className="font-semibold">{label}</span>
                  )}
                </li>
              ))}
            </ol>
          </nav>
        </div>
        {center && <div className="hidden lg:block">{center}</div>}
        {right && <div className="flex items-center gap-4">{right}</div>}
      </div>
    </header>
  )
}
