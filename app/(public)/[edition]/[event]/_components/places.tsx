import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { countryName } from '@/components/events/country-name'
import { StateMark } from '@/components/events/state-mark'
import { Section } from '@/components/ui/section'
import type { PlaceInFinal } from '@/server/promotion/place-queries'

/** The places of an international final by country: the team that has it, or that it is to be announced. */
export async function Places({ places, edition }: { places: readonly PlaceInFinal[]; edition: string }) {
  const t = await getTranslations('events')
  const locale = await getLocale()
  const rows = places
    .map((place) => ({ ...place, name: countryName(place.country, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale) || a.slot - b.slot)
  const known = rows.filter(({ team }) => team).length
  return (
    <Section title={t('places')} caption={t('placesCaption', { known, total: rows.length })} className="mt-2">
      <ul className="-mt-px gap-x-7 sm:columns-2 lg:columns-3 xl:columns-4">
        {rows.map(({ event, slot, slug, name, team, accepted }) => (
          <li
            key={`${event}-${slot}`}
            className="flex min-h-12 break-inside-avoid items-center gap-x-3 border-b py-1"
          >
            <StateMark state={team ? 'winner' : 'planned'} />
            <Link href={`/${edition}/${slug}` as Route} className="tap min-w-0 flex-1 text-text no-underline">
              {name}
            </Link>
            {team ? (
              <Link
                href={`/${edition}/${slug}/teams/${team.slug}` as Route}
                className="tap max-w-[60%] text-right font-semibold text-gold no-underline [overflow-wrap:anywhere]"
              >
                {team.name}
                {!accepted && (
                  <span className="block font-normal text-muted text-xs">{t('notYetAccepted')}</span>
                )}
              </Link>
            ) : (
              <span className="text-muted text-sm">{t('toBeAnnounced')}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
