import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { countryName } from '@/components/events/country-name'
import { StateMark } from '@/components/events/state-mark'
import { Section } from '@/components/ui/section'
import type { EventOnMap } from '@/server/editions/queries'
import { placesIn } from '@/server/promotion/place-queries'

const SHOWN = 5

/** Once no deadline is left: who is known to have a place in the final, the newcomers among the countries first. */
export async function PlacesKnown({
  edition,
  final,
  nationals,
}: {
  edition: string
  final: EventOnMap
  nationals: readonly EventOnMap[]
}) {
  const t = await getTranslations('home')
  const locale = await getLocale()
  const newcomers = new Set(nationals.filter((event) => event.firstInCountry).map(({ id }) => id))
  const places = await placesIn(final.id, nationals)
  const known = places.filter(({ team }) => team !== null)
  if (known.length === 0) return null
  const shown = known
    .map((place) => ({ ...place, name: countryName(place.country, locale) }))
    .sort((a, b) => first(b) - first(a) || a.name.localeCompare(b.name, locale))
    .slice(0, SHOWN)
  return (
    <Section
      title={t('places', { city: final.city })}
      caption={t('placesKnown', { known: known.length, total: places.length })}
    >
      <ul>
        {shown.map(({ event, slot, slug, name, team }) => (
          <li key={`${event}-${slot}`} className="border-b">
            <Link
              href={`/${edition}/${slug}` as Route}
              className="flex min-h-12 items-center gap-x-3 py-1 text-text no-underline hover:bg-sunken md:min-h-9"
            >
              <StateMark state="winner" className="size-3" />
              <span className="min-w-0 flex-1">{name}</span>
              <span className="max-w-[60%] text-right font-semibold text-gold [overflow-wrap:anywhere]">
                {team?.name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Link href={`/${edition}/${final.slug}` as Route} className="tap link">
          {t('seePlaces')}
        </Link>
      </p>
    </Section>
  )

  function first({ event }: { event: string }) {
    return Number(newcomers.has(event))
  }
}
