import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Logo } from './logo'

export interface Crumb {
  readonly label: string
  readonly href?: Route
}

/**
 * The head of every page: where one is, how far the event has come, and what stands at the right. A phone shows the
 * last two steps of the way.
 */
export function Masthead({
  crumbs = [],
  center,
  right,
}: {
  crumbs?: readonly Crumb[]
  center?: ReactNode
  right?: ReactNode
}) {
  const t = useTranslations('look')
  return (
    <header className="border-b print:border-text">
      <div className="page flex min-h-14 flex-wrap items-center justify-between gap-x-6 py-1 xl:flex-nowrap print:min-h-0">
        <div className="flex min-w-0 items-center gap-x-5 max-sm:gap-x-3">
          <Logo short={crumbs.length > 0} />
          {crumbs.length > 0 && (
            <nav aria-label={t('breadcrumb')} className="min-w-0">
              <ol className="flex gap-x-1.5 text-[.9375rem] max-sm:text-sm">
                {crumbs.map(({ label, href }, index) => (
                  <li
                    key={label}
                    className="group flex min-w-0 gap-x-1.5 last:shrink-0 max-sm:not-nth-last-[-n+2]:hidden"
                  >
                    {index > 0 && (
                      <span className="text-control max-sm:group-nth-last-2:hidden" aria-hidden="true">
                        /
                      </span>
                    )}
                    {href ? (
                      <Link href={href} className="tap min-w-0 text-muted no-underline hover:text-text">
                        <span className="block truncate">{label}</span>
                      </Link>
                    ) : (
                      <span
                        className="truncate font-semibold max-sm:max-w-[11rem] sm:max-w-[24rem]"
                        aria-current="page"
                      >
                        {label}
                      </span>
                    )}
                  </li>
                ))}
              </ol>
            </nav>
          )}
        </div>
        {center && <div className="hidden shrink-0 xl:block">{center}</div>}
        {right && <div className="flex shrink-0 items-center gap-4">{right}</div>}
      </div>
    </header>
  )
}
