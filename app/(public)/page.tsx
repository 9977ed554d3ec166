import type { Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { Earth } from '@/components/earth/earth'
import { daysOf } from '@/components/editions/days-of'
import { StateMark } from '@/components/events/state-mark'
import { dayMonth } from '@/components/schedule/days'
import { ButtonLink } from '@/components/ui/button'
import { Caption } from '@/components/ui/caption'
import { Empty } from '@/components/ui/section'
import { now } from '@/server/clock'
import { type EventOnMap, findEdition, listEditions } from '@/server/editions/queries'
import { isFounded } from '@/server/editions/setup-code'
import { currentActor, isSignedIn } from '@/server/session'
import { Deadlines, nextDue } from './_components/deadlines'
import { Doors } from './_components/doors'
import { History } from './_components/history'
import { PlacesKnown } from './_components/places-known'

/** Where everyone lands: what runs now, the three things people come for, and the editions as published. */
export default async function Home() {
  const t = await getTranslations('home')
  const editions = await listEditions()
  const current = await currentEdition(editions)
  if (!current) return <NoEdition />
  const { edition, competition, events } = current
  const nationals = events.filter(({ level }) => level !== 'international')
  const final = events.find(({ level }) => level === 'international')
  const among = (state: string) => nationals.filter((event) => event.state === state).length
  const signedIn = isSignedIn(await currentActor())
  const at = now()
  const due = nextDue(nationals, at)
  return (
    <>
      <Masthead
        right={
          <>
            {events.some(({ exampleData }) => exampleData) && (
              <Caption className="text-muted max-sm:hidden">{t('example')}</Caption>
            )}
            <ButtonLink look="quiet" className="-mr-3" href={(signedIn ? '/me' : '/sign-in') as Route}>
              {signedIn ? t('myPlace') : t('signIn')}
            </ButtonLink>
          </>
        }
      />
      <main id="content">
        <div className="page grid items-start gap-8 py-10 md:grid-cols-2 xl:grid-cols-[5fr_7fr]">
          <div>
            <Caption>
              {[t('edition', { ordinal: edition.ordinal }), daysOf(edition), edition.scope].join(' · ')}
            </Caption>
            <h1 className="display mt-3 text-[clamp(2.5rem,5.5vw,4.5rem)]">
              <Trademarked name={competition.name} />
            </h1>
            <p className="mt-5 max-w-xl text-lg">
              {final
                ? t('leadFinal', { city: final.city, day: dayMonth(final.startsAt, final.timeZone) })
                : t('lead')}
            </p>
            <ul className="mt-6 flex flex-wrap gap-x-8 gap-y-2">
              {(['winner', 'judged', 'running', 'planned'] as const).map((state) =>
                among(state) === 0 ? null : (
                  <li key={state}>
                    <StateMark state={state} /> {t(state, { count: among(state) })}
                  </li>
                ),
              )}
              <li>
                <Link href={`/${edition.slug}` as Route} className="tap link">
                  {t('seeAll', { count: nationals.length })}
                </Link>
              </li>
            </ul>
          </div>
          <Earth
            title={t('map')}
            events={nationals.map((event) => onMap(edition.slug, event))}
            target={final && { label: final.city, lat: final.latitude, lon: final.longitude }}
            arcs="none"
          />
        </div>
        <div className="page">
          <div className="grid gap-10 border-t py-8 xl:grid-cols-[8fr_4fr]">
            <Doors edition={edition.slug} events={nationals} />
            {due.length > 0 ? (
              <Deadlines due={due} at={at} final={final} />
            ) : (
              final && <PlacesKnown edition={edition.slug} final={final} nationals={nationals} />
            )}
          </div>
        </div>
        <History editions={editions} currentSlug={edition.slug} />
      </main>
    </>
  )
}

/** An empty installation is founded first; a competition may have no edition yet. */
async function NoEdition() {
  if (!(await isFounded())) redirect('/start' as Route)
  const t = await getTranslations('home')
  return (
    <>
      <Masthead />
      <main id="content" className="page">
        <Empty title={t('empty')}>{t('emptyHow')}</Empty>
      </main>
    </>
  )
}

/** The edition on stage: the latest with events that are public, else the latest there is. */
async function currentEdition(editions: Awaited<ReturnType<typeof listEditions>>) {
  for (const { slug } of editions.toReversed()) {
    const found = await findEdition(slug)
    if (found && found.events.length > 0) return found
  }
  const last = editions.at(-1)
  return last ? findEdition(last.slug) : null
}

/** An event as the map takes it; a country that takes part for the first time is named. */
const onMap = (
  edition: string,
  { id, slug, city, latitude, longitude, state, firstInCountry }: EventOnMap,
) => ({
  id,
  label: city,
  lat: latitude,
  lon: longitude,
  state,
  highlight: firstInCountry,
  href: `/${edition}/${slug}`,
})

/** The trademark sign stands raised and small beside a name in display type. */
function Trademarked({ name }: { name: string }) {
  const marked = name.endsWith('®')
  return (
    <>
      {marked ? name.slice(0, -1) : name}
      {marked && <sup className="relative top-[-1.25em] align-baseline text-[0.34em]">®</sup>}
    </>
  )
}
