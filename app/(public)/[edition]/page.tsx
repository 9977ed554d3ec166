import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { EarthLegend } from '@/components/earth/legend'
import { daysOf } from '@/components/editions/days-of'
import { Caption } from '@/components/ui/caption'
import { Notice } from '@/components/ui/notice'
import { MAP_STATES, type MapState } from '@/domain/events/map-state'
import { type EventOnMap, findEdition } from '@/server/editions/queries'
import { CountryList } from './_components/country-list'
import { FiguresBySource } from './_components/figures-by-source'
import { World } from './_components/world'

type Address = { params: Promise<{ edition: string }> }

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const found = await findEdition((await params).edition)
  return found ? { title: `${found.competition.name} ${found.edition.year}` } : {}
}

/** An edition and its world: which finals there are and how far they have come, and what was published about it. */
export default async function EditionPage({ params }: Address) {
  const found = await findEdition((await params).edition)
  if (!found) notFound()
  const t = await getTranslations('editions')
  const { edition, competition, claims, events } = found
  const nationals = events.filter(({ level }) => level !== 'international')
  const final = events.find(({ level }) => level === 'international')
  const countries = new Set(nationals.map(({ country }) => country)).size
  const cities = new Set(nationals.map(({ city }) => city)).size
  const crumbs = [
    { label: competition.name, href: '/' as Route },
    { label: t('ordinal', { ordinal: edition.ordinal, year: edition.year }) },
  ]
  const example = events.some(({ exampleData }) => exampleData)
  const onlyClaims = nationals.length === 0
  return (
    <>
      <Masthead
        crumbs={crumbs}
        right={example && <Caption className="text-muted max-lg:hidden">{t('example')}</Caption>}
      />
      <main id="content">
        <div
          className={`page grid items-start gap-x-8 gap-y-8 py-8 ${onlyClaims ? 'max-w-4xl' : 'md:grid-cols-[4fr_6fr] xl:grid-cols-[4fr_8fr] xl:grid-rows-[auto_1fr]'}`}
        >
          <div className="min-w-0">
            <Caption>{[daysOf(edition) ?? t('noDate'), edition.scope].join(' · ')}</Caption>
            {example && <Caption className="mt-1 text-muted lg:hidden">{t('example')}</Caption>}
            <h1 className="display-2 mt-3">
              {onlyClaims
                ? t('headlineClaims', { year: String(edition.year), scope: edition.scope })
                : t('headline', { count: countries })}
            </h1>
            {onlyClaims ? (
              <div className="my-7">
                <Notice title={t('claimsOnly')}>{t('claimsOnlyHow')}</Notice>
              </div>
            ) : (
              <div className="my-7">
                <EarthLegend counts={countStates(nationals)} />
              </div>
            )}
            <FinalLine final={final} edition={edition} />
          </div>
          {!onlyClaims && <World edition={edition.slug} events={nationals} final={final} />}
          <div className="min-w-0 md:col-span-full xl:col-span-1">
            <FiguresBySource claims={claims} counted={onlyClaims ? undefined : { countries, cities }} />
          </div>
        </div>
        {!onlyClaims && <CountryList edition={edition.slug} events={nationals} />}
      </main>
    </>
  )
}

/** Where and when the winners meet: a link where the final is an event here, else what was published of it. */
async function FinalLine({
  final,
  edition: { slug, finalOn, finalCity },
}: {
  final?: EventOnMap
  edition: { slug: string; finalOn: string | null; finalCity: string | null }
}) {
  const t = await getTranslations('editions')
  const locale = await getLocale()
  const day = (at: Date, timeZone: string) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'full', timeZone }).format(at)
  if (final)
    return (
      <p>
        <Link href={`/${slug}/${final.slug}` as Route} className="tap link">
          {t('finalName', { city: final.city })}
        </Link>
        <br />
        {day(final.startsAt, final.timeZone)}
        {final.hostEvent && `, ${t('host', { host: final.hostEvent })}`}
      </p>
    )
  if (!finalOn || !finalCity) return null
  return (
    <p>
      <span className="font-semibold">{t('finalName', { city: finalCity })}</span>
      <br />
      {day(new Date(finalOn), 'UTC')}
    </p>
  )
}

const countStates = (events: readonly EventOnMap[]) =>
  Object.fromEntries(
    MAP_STATES.map((state) => [state, events.filter((event) => event.state === state).length]),
  ) as Record<MapState, number>
