import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/schedule/days'
import { Caption } from '@/components/ui/caption'
import { mapState } from '@/domain/events/map-state'
import { now } from '@/server/clock'
import { claimsOf, promotesTo, visibleEvent } from '@/server/events/queries'
import { findRelease } from '@/server/publishing/release-queries'
import { currentActor } from '@/server/session'
import { EventMasthead } from '../../_components/event-masthead'
import { Way } from '../../_components/way'
import { ReleaseFigures } from './_components/release-figures'
import { ReleaseText } from './_components/release-text'

type Address = { params: Promise<{ edition: string; event: string; slug: string }> }

async function published({ params }: Address) {
  const { edition, event, slug } = await params
  const found = await visibleEvent(await currentActor(), edition, event)
  const release = found && (await findRelease(found.event.id, slug))
  return release ? { found, release } : null
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const shown = await published(address)
  if (!shown) return {}
  const { title, lead } = shown.release
  return { title, description: lead, openGraph: { type: 'article', title, description: lead ?? undefined } }
}

/** A release as it was published, word for word, to read or to print on a sheet of A4. */
export default async function ReleasePage(address: Address) {
  const shown = await published(address)
  if (!shown) notFound()
  const { found, release } = shown
  const { event } = found
  const t = await getTranslations('news')
  const final = await promotesTo(found)
  return (
    <>
      <EventMasthead found={found} at={now()} here={[{ label: t('press') }]} />
      <main id="content" className="page max-w-5xl py-8 print:py-2">
        <div className="flex flex-wrap justify-between gap-x-6">
          <Caption>
            {t('dateline', { city: event.city, day: fullDay(release.publishedAt, event.timeZone) })}
          </Caption>
          <Caption>{t('immediate')}</Caption>
        </div>
        <h1 className="display-2 mt-4 print:mt-2 print:text-2xl">{release.title}</h1>
        {release.lead && (
          <p className="mt-4 text-xl [overflow-wrap:anywhere] print:mt-1 print:text-base">{release.lead}</p>
        )}
        {final && (
          <Way
            event={event}
            final={final}
            state={mapState(found.facts.phase)}
            className="mt-6 print:mx-auto print:mt-2 print:max-w-sm"
          />
        )}
        <div className="mt-6 grid print:mt-3 gap-x-10 gap-y-8 md:grid-cols-[12rem_1fr] print:grid-cols-[8rem_1fr] print:gap-x-6 print:text-sm">
          <ReleaseFigures claims={await claimsOf(event.id)} />
          <ReleaseText release={release} />
        </div>
        <footer className="mt-10 border-text print:mt-4 border-t pt-4 text-muted text-sm">
          {release.source && <p>{t('source', { source: release.source })}</p>}
          <p>{t('figuresNote')}</p>
        </footer>
      </main>
    </>
  )
}
