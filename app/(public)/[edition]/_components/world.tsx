import { getLocale, getTranslations } from 'next-intl/server'
import { Earth, type EarthEvent, type EarthTarget } from '@/components/earth/earth'
import { squareAround } from '@/components/earth/projection'
import type { EventOnMap } from '@/server/editions/queries'

const EUROPE = { lat: 47.5, lon: 8, degrees: 13 }
/** From how many finals inside it on a part of the map is too crowded to read. */
const CROWD = 8

/** The finals of an edition on the Earth, and Europe beside it enlarged where they crowd there. */
export async function World({
  edition,
  events,
  final,
}: {
  edition: string
  events: readonly EventOnMap[]
  final?: EventOnMap
}) {
  const t = await getTranslations('editions')
  const places = events.map((event) => placeOf(edition, event))
  const target = final && targetOf(final, await getLocale())
  const crowded = places.filter(isInEurope).length >= CROWD
  return (
    <div className="relative xl:row-span-2">
      <Earth
        events={places}
        target={target}
        title={t('map')}
        lens={crowded ? EUROPE : undefined}
        className="max-sm:text-[.625rem]"
      />
      {crowded && (
        <div className="mt-6 w-52 max-xl:mx-auto xl:-mt-24 xl:-ml-6 xl:w-48">
          <div className="overflow-hidden rounded-full border border-control bg-bg">
            <Earth
              events={places}
              target={target}
              bounds={squareAround(EUROPE, EUROPE.degrees)}
              dots={36}
              named={false}
              title={t('europe')}
            />
          </div>
          <p className="caption mt-3 text-center text-muted">{t('europe')}</p>
        </div>
      )}
    </div>
  )
}

/** An event as the Earth draws it; a country there for the first time stands out. */
export const placeOf = (edition: string, event: EventOnMap): EarthEvent => ({
  id: event.id,
  label: event.city,
  lat: event.latitude,
  lon: event.longitude,
  state: event.state,
  highlight: event.firstInCountry,
  href: `/${edition}/${event.slug}`,
})

/** The final all arcs lead to, with its day. */
export const targetOf = (final: EventOnMap, locale: string): EarthTarget => ({
  label: final.city,
  lat: final.latitude,
  lon: final.longitude,
  caption: new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'long',
    timeZone: final.timeZone,
  }).format(final.startsAt),
})

const isInEurope = ({ lat, lon }: EarthEvent) =>
  Math.abs(lat - EUROPE.lat) < EUROPE.degrees && Math.abs(lon - EUROPE.lon) < EUROPE.degrees * 1.25
