import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { now } from '@/server/clock'
import { promotesTo, visibleEvent } from '@/server/events/queries'
import { type PublishedPage, publishedPage } from '@/server/publishing/queries'
import { currentActor } from '@/server/session'
import { publicTeam } from '@/server/teams/public-queries'
import { fullDay } from '../_components/days'
import { EventMasthead } from '../_components/event-masthead'
import { Way } from '../_components/way'
import { Ranking } from './_components/ranking'
import { Seal } from './_components/seal'
import { Winner } from './_components/winner'

type Address = { params: Promise<{ edition: string; event: string }> }

async function published({ params }: Address) {
  const { edition, event } = await params
  const found = await visibleEvent(await currentActor(), edition, event)
  const page = found && (await publishedPage(edition, event))
  return page ? { found, page } : null
}

/** Says who won only where it is published: before, the address has no title of its own. */
export async function generateMetadata(address: Address): Promise<Metadata> {
  const shown = await published(address)
  const t = await getTranslations('results')
  if (!shown) return { title: t('nothing'), robots: { index: false } }
  const { event, competition, edition } = shown.found
  const title = t('title', { event: event.name })
  const description = t('wins', winnersOf(shown.page))
  return {
    title,
    description,
    openGraph: { title: description, description: `${competition.name} ${edition.year} · ${event.name}` },
  }
}

/** A published result: who won, what it is, where it goes, and every place as far as the organizer opened it. */
export default async function ResultsPage(address: Address) {
  const shown = await published(address)
  if (!shown) notFound()
  const { found, page } = shown
  const { event, edition } = found
  const t = await getTranslations('results')
  const here = `/${edition.slug}/${event.slug}`
  const final = await promotesTo(found)
  const winners = page.result.ranking.filter(({ rank }) => rank === 1)
  const [winner] = winners
  const team = winner && winners.length === 1 ? await publicTeam(event.id, winner.team.slug) : null
  const goes =
    winners.length === 1 &&
    page.result.promotion.some((place) => isSettled(place) && place.team?.slug === winner?.team.slug)
  return (
    <>
      <EventMasthead found={found} at={now()} here={[{ label: t('results') }]} />
      <main id="content">
        <div className="page grid items-center gap-x-8 pt-4 md:grid-cols-[5fr_6fr]">
          <Winner
            caption={t('winnerCaption', { event: event.name, year: edition.year, count: winners.length })}
            names={winners.map(({ team: { name } }) => name)}
            city={final?.city}
            goes={goes}
            team={team}
          />
          {final && <Way event={event} final={final} state="winner" />}
        </div>
        <div className="page">
          {page.note && (
            <div className="my-4">
              <Notice title={t('corrected', { version: page.result.version })}>{page.note}</Notice>
            </div>
          )}
          {final && (
            <div className="mt-4 mb-8">
              <p>
                <Link href={`/${final.address}` as Route} className="tap font-semibold text-text">
                  {final.name}, {fullDay(final.startsAt, final.timeZone)}
                </Link>
                {final.hostEvent && (
                  <span className="text-muted">
                    . {final.hostEvent}, {final.city}.
                  </span>
                )}
              </p>
              <PromotionLines promotion={page.result.promotion} settled={goes} city={final.city} />
            </div>
          )}
          <Ranking page={page} address={here} />
          <NotRanked page={page} />
          {page.result.awards.length > 0 && (
            <Section title={t('awards')} className="mt-8">
              <ul className="hairlines border-t-0">
                {page.result.awards.map((award) => (
                  <li key={`${award.kind} ${award.name}`} className="flex flex-wrap gap-x-4 py-3">
                    <span className="min-w-0 flex-1">
                      {award.name}
                      {award.partner && <span className="text-muted"> · {award.partner}</span>}
                    </span>
                    <span className="font-semibold">{award.team?.name}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        <Seal
          page={page}
          timeZone={event.timeZone}
          city={event.city}
          api={`/api/v1/events/${edition.slug}/${event.slug}`}
        />
      </main>
    </>
  )
}

type Promotion = PublishedPage['result']['promotion']

const isSettled = ({ status }: Promotion[number]) => status === 'confirmed' || status === 'accepted'

const winnersOf = ({ result }: PublishedPage) => {
  const names = result.ranking.filter(({ rank }) => rank === 1).map(({ team }) => team.name)
  return { team: new Intl.ListFormat('en').format(names), count: names.length }
}

/** Who holds each place in the final, where the headline does not say it already. */
async function PromotionLines({
  promotion,
  settled,
  city,
}: {
  promotion: Promotion
  settled: boolean
  city: string
}) {
  const t = await getTranslations('results')
  const rows = promotion.filter((place) => !settled || place.place > 1)
  return (
    <ul>
      {rows.map((place) => (
        <li key={place.place}>
          {place.team === null
            ? t('placeOpen', { city })
            : t(isSettled(place) ? 'placeTaken' : 'placeOffered', { team: place.team.name, city })}
          {place.override && <span className="text-muted"> {place.override}</span>}
        </li>
      ))}
    </ul>
  )
}

async function NotRanked({ page: { result } }: { page: PublishedPage }) {
  const t = await getTranslations('results')
  const { notRanked } = result
  if (notRanked.length === 0) return null
  const reason = (why: string) =>
    why === 'withdrawn' || why === 'gate' || why === 'no-ballots' ? t(`reason.${why}`) : why
  return (
    <Section title={t('notRanked', { count: notRanked.length })} className="mt-8">
      <ul className="hairlines border-t-0">
        {notRanked.map(({ entry, team, reason: why }) => (
          <li key={entry} className="flex flex-wrap justify-between gap-x-6 py-3">
            <span className="font-semibold [overflow-wrap:anywhere]">{team.name}</span>
            <span className="text-muted">{reason(why)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
