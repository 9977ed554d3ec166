import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChevronDown } from '@/components/ui/icons'
import type { Place } from './places'

/** The event's pages: a row of them, or where it would not fit, the name of this one over the list of all. */
export async function PlaceNav({
  base,
  places,
  current,
}: {
  base: string
  places: readonly Place[]
  current: Place
}) {
  const t = await getTranslations('organize')
  const list = places.map((place) => ({
    href: (place ? `${base}/${place}` : base) as Route,
    label: t(`places.${place || 'home'}`),
    here: place === current,
  }))
  return (
    <nav aria-label={t('nav')} className="border-b print:hidden">
      <details className="group page lg:hidden">
        <summary className="flex min-h-12 list-none items-center gap-2 font-semibold text-sm">
          {t(`places.${current || 'home'}`)}
          <ChevronDown className="size-4 group-open:rotate-180" aria-hidden="true" />
        </summary>
        <ul className="grid grid-cols-2 gap-x-6 border-t pb-2 sm:grid-cols-4">
          {list.map(({ href, label, here }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className="flex min-h-12 items-center border-b text-sm no-underline aria-[current]:font-semibold"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </details>
      <ul className="page hidden flex-wrap gap-x-6 lg:flex">
        {list.map(({ href, label, here }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              aria-current={here ? 'page' : undefined}
              className="-mb-px inline-flex min-h-12 items-center border-transparent border-b-2 text-muted text-sm no-underline hover:text-text aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-text"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
