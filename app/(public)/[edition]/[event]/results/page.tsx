import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Awards } from '@/components/publishing/awards'
import { Notice } from '@/components/ui/notice'
import { now } from '@/server/clock'
import { promotesTo, visibleEvent } from '@/server/events/queries'
import { type PublishedPage, publishedPage } from '@/server/publishing/queries'
import { currentActor } from '@/server/session'
import { publicTeam } from '@/server/teams/public-queries'
import { EventMasthead } from '../_components/event-masthead'
import { Way } from '../_components/way'
import { isSettled } from './_components/is-settled'
import { NotRanked } from './_components/not-ranked'
import { Ranking } from './_components/ranking'
import { Seal } from './_components/seal'
import { WhereNext } from './_components/where-next'
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
        <div className="page grid items-center gap-x-8 pt-4 md:grid-cols-[5fr_6fr] print:grid-cols-[5fr_6fr] print:pt-0">
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
          {final && <WhereNext final={final} promotion={page.result.promotion} settled={goes} />}
          <Ranking page={page} address={here} />
          <NotRanked teams={page.result.notRanked} />
          <Awards title={t('awards')} awards={page.result.awards} />
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

const winnersOf = ({ result }: PublishedPage) => {
  const names = result.ranking.filter(({ rank }) => rank === 1).map(({ team }) => team.name)
  return { team: new Intl.ListFormat('en').format(names), count: names.length }
}
