import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

const PLACES = [
  '',
  'people',
  'teams',
  'institutions',
  'challenges',
  'jury',
  'import',
  'desk',
  'deliberation',
  'publish',
  'settings',
] as const

export type OrganizerPlace = (typeof PLACES)[number]

/** Where an organizer goes, in the order of the work; one row that scrolls where it is too long. */
export async function OrganizerNav({ base, current }: { base: string; current: OrganizerPlace }) {
  const t = await getTranslations('organize')
  return (
    <nav aria-label={t('nav')} className="border-b print:hidden">
      <ul className="page flex gap-x-5 overflow-x-auto">
        {PLACES.map((place) => (
          <li key={place} className="shrink-0">
            <Link
              href={(place ? `${base}/${place}` : base) as Route}
              aria-current={place === current ? 'page' : undefined}
              className="-mb-px inline-flex min-h-12 items-center border-transparent border-b-2 text-muted text-sm no-underline hover:text-text aria-[current=page]:border-primary aria-[current=page]:font-semibold aria-[current=page]:text-text"
            >
              {t(`places.${place || 'home'}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
