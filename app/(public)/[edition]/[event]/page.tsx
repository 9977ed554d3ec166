import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Earth } from '@/components/earth/earth'
import { dayOf, daysIn, fullDay, offsetOf } from '@/components/schedule/days'
import { Caption } from '@/components/ui/caption'
import { Section } from '@/components/ui/section'
import { mapState } from '@/domain/events/map-state'
import { challengesOf } from '@/server/challenges/queries'
import { now } from '@/server/clock'
import { publicEvents } from '@/server/editions/queries'
import {
  claimsOf,
  eventCounts,
  institutionsOf,
  juryOf,
  meetingsOf,
  partnersOf,
  promotesTo,
  scheduleOf,
  teamsOf,
  visibleEvent,
} from '@/server/events/queries'
import { placesIn } from '@/server/promotion/place-queries'
import { publishedPage } from '@/server/publishing/queries'
import { releasesOf } from '@/server/publishing/release-queries'
import { currentActor } from '@/server/session'
import { placeOf, targetOf } from '../_components/world'
import { ChallengeList } from './_components/challenge-list'
import { EventMasthead } from './_components/event-masthead'
import { Footnotes } from './_components/footnotes'
import { Headline } from './_components/headline'
import { Institutions } from './_components/institutions'
import { Meetings } from './_components/meetings'
import { Partners } from './_components/partners'
import { Places } from './_components/places'
import { Plan } from './_components/plan'
import { ReleaseTeaser } from './_components/release-teaser'
import { TeamList } from './_components/team-list'
import { Way } from './_components/way'

type Address = { params: Promise<{ edition: string; event: string }> }

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { edition, event } = await params
  const found = await visibleEvent(await currentActor(), edition, event)
  return found ? { title: `${found.event.name} · ${found.competition.name} ${found.edition.year}` } : {}
}

/** An event on one page: how far it has come, its days, who takes part, who makes it possible, where the winner goes. */
export default async function EventPage({ params }: Address) {
  const { edition: editionSlug, event: eventSlug } = await params
  const found = await visibleEvent(await currentActor(), editionSlug, eventSlug)
  if (!found) notFound()
  const { event, edition, facts } = found
  const t = await getTranslations('events')
  const at = now()
  const address = `/${edition.slug}/${event.slug}`
  const today = dayOf(at, event.timeZone)
  const final = await promotesTo(found)
  const all = await publicEvents(edition.id)
  const below = all.filter(({ parentId }) => parentId === event.id)
  const self = all.find(({ id }) => id === event.id)
  const places = await placesIn(event.id, below)
  const known = places.filter(({ team }) => team).length
  const startDay = dayOf(event.startsAt, event.timeZone)
  const counts = await eventCounts(event.id, startDay)
  const teams = below.length > 0 ? [] : await teamsOf(event.id)
  const published = await publishedPage(editionSlug, eventSlug)
  const winners =
    published?.result.ranking.filter(({ rank }) => rank === 1).map(({ team }) => team.name) ?? []
  const challenges = below.length > 0 ? [] : await challengesOf(edition.id, event.id)
  const teamCount = teams.filter(({ withdrawn }) => !withdrawn).length
  return (
    <>
      <EventMasthead found={found} at={at} />
      <main id="content">
        <div className="page grid items-center gap-x-8 pt-6 md:grid-cols-[5fr_6fr]">
          <div className="min-w-0 py-4">
            <Caption>
              {[
                event.city,
                daysIn(event),
                `${event.timeZone}, ${offsetOf(event.timeZone, event.startsAt)}`,
                event.exampleData && t('example'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Caption>
            <Headline
              found={found}
              teams={teamCount}
              places={places.length > 0 ? { known, total: places.length } : undefined}
              winners={winners}
              at={at}
              address={address}
            />
          </div>
          {final && <Way event={event} final={final} state={mapState(facts.phase)} />}
          {below.length > 0 && self && (
            <Earth
              title={t('wayFromAll', { city: event.city })}
              events={below.map((child) => placeOf(edition.slug, child))}
              target={targetOf(self, 'en')}
            />
          )}
        </div>
        <Plan
          items={await scheduleOf(event.id)}
          at={at}
          timeZone={event.timeZone}
          city={event.city}
          finalZone={final?.timeZone}
        />
        <div
          className={`page grid gap-x-10 gap-y-10 pt-10 ${places.length > 0 ? '' : 'xl:grid-cols-[8.8fr_3.4fr]'}`}
        >
          <div className="grid min-w-0 content-start gap-y-10">
            <div className="grid gap-x-10 gap-y-10 empty:hidden md:grid-cols-2">
              {counts.students > 0 && (
                <Institutions
                  students={counts.students}
                  institutions={await institutionsOf(event.id, startDay)}
                />
              )}
              <ChallengeList challenges={challenges} chosen={teamCount > 0} />
            </div>
            {places.length > 0 ? (
              <Places places={places} edition={edition.slug} />
            ) : (
              <TeamList teams={teams} address={address} />
            )}
            <ReleaseTeaser
              releases={await releasesOf(event.id)}
              address={address}
              timeZone={event.timeZone}
            />
          </div>
          <div className="min-w-0">
            {final && (
              <Section title={t('where')}>
                <p className="mt-4">
                  <Link href={`/${final.address}` as Route} className="tap link">
                    {final.name}, {final.city}
                  </Link>
                  <br />
                  {fullDay(final.startsAt, final.timeZone)}
                  {final.hostEvent && `, ${t('host', { host: final.hostEvent })}`}
                </p>
                <p className="mt-1 text-muted">{t('slots', { count: event.promotionSlots })}</p>
                {event.firstInCountry && <p className="mt-1 text-muted">{t('first')}</p>}
              </Section>
            )}
            <Meetings meetings={await meetingsOf(event.id)} today={today} />
            <Partners partners={await partnersOf(event.id)} jury={await juryOf(event.id)} />
          </div>
        </div>
        <div className="page pt-10">
          <Footnotes claims={await claimsOf(event.id)} invented={event.exampleData && teamCount > 0} />
        </div>
      </main>
    </>
  )
}
