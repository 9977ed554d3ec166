import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { countryName } from '@/components/events/country-name'
import { Caption } from '@/components/ui/caption'
import { Empty } from '@/components/ui/section'
import { now } from '@/server/clock'
import { teamsOf, visibleEvent } from '@/server/events/queries'
import { currentActor } from '@/server/session'
import { EventMasthead } from '../_components/event-masthead'
import { DrawNote } from './_components/draw-note'

type Address = { params: Promise<{ edition: string; event: string }> }

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { edition, event } = await params
  const found = await visibleEvent(await currentActor(), edition, event)
  const t = await getTranslations('teams.public')
  return found ? { title: t('title', { event: found.event.name }) } : {}
}

/** The teams of an event: name, whom it represents, what it works on. Nobody's name. */
export default async function TeamsPage({ params }: Address) {
  const { edition, event } = await params
  const found = await visibleEvent(await currentActor(), edition, event)
  if (!found) notFound()
  const t = await getTranslations('teams.public')
  const locale = await getLocale()
  const teams = (await teamsOf(found.event.id)).filter(({ withdrawn }) => !withdrawn)
  const abroad = teams.some(({ country }) => country !== found.event.country)
  const address = `/${edition}/${event}`
  return (
    <>
      <EventMasthead found={found} at={now()} here={[{ label: t('teams') }]} />
      <main id="content" className="page py-8">
        <Caption>
          {found.event.name}
          {found.event.exampleData && ` · ${t('example')}`}
        </Caption>
        <h1 className="display-2 mt-3 mb-6">{t('headline', { count: teams.length })}</h1>
        {teams.length === 0 && <Empty title={t('none')}>{t('noneHow')}</Empty>}
        <ul className={`grid gap-x-10 md:grid-cols-2 xl:grid-cols-3 ${teams.length > 0 ? 'border-t' : ''}`}>
          {teams.map((team) => (
            <li key={team.entry} className="border-b">
              <Link
                href={`${address}/teams/${team.slug}` as Route}
                className="grid h-full content-start gap-1 py-4 text-text no-underline hover:bg-sunken"
              >
                <span className="display-3 [overflow-wrap:anywhere]">{team.name}</span>
                {team.project && <span className="font-medium [overflow-wrap:anywhere]">{team.project}</span>}
                <span className="text-muted text-sm">
                  {[abroad && countryName(team.country, locale), team.institution]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {team.challenge && (
                  <span className="text-muted text-sm">
                    <span className="figures">{team.challenge}</span> {team.challengeTitle}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
        <DrawNote event={found.event.id} />
      </main>
    </>
  )
}
