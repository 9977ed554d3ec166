import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { countryName } from '@/components/events/country-name'
import { StateMark } from '@/components/events/state-mark'
import type { EventOnMap } from '@/server/editions/queries'

/** The map in words: every final by the name of its country, each the way to its page. */
export async function CountryList({ edition, events }: { edition: string; events: readonly EventOnMap[] }) {
  const t = await getTranslations('editions')
  const locale = await getLocale()
  const rows = events
    .map((event) => ({ ...event, name: countryName(event.country, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <nav aria-label={t('listLabel')} className="page pb-8">
      <ul className="border-t pt-8 gap-x-7 sm:columns-2 md:columns-3 xl:columns-5">
        {rows.map((event) => (
          <li key={event.id} className="break-inside-avoid border-t">
            <Link
              href={`/${edition}/${event.slug}` as Route}
              className={`flex min-h-12 items-center gap-3 py-1 no-underline hover:bg-sunken md:min-h-9 ${event.firstInCountry ? 'font-semibold' : ''} ${event.firstInCountry && event.state === 'winner' ? 'text-gold' : 'text-text'}`}
            >
              <StateMark state={event.state} label={t(event.state)} />
              <span className="min-w-0 flex-1">{event.name}</span>
              <span className={event.firstInCountry ? '' : 'text-muted'}>{event.city}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-muted">
        {t('list')}{' '}
        <a href={`/api/v1/editions/${edition}`} className="tap link ml-4">
          {t('csv')}
        </a>
      </p>
    </nav>
  )
}
