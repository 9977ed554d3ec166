import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { daysOf } from '@/components/editions/days-of'
import { StateMark } from '@/components/events/state-mark'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { MAP_STATES } from '@/domain/events/map-state'
import { type AdministeredEvent, administeredBy, ownedBy } from '@/server/editions/administration'
import { currentActor, isSignedIn } from '@/server/session'
import { AdminPage } from './_components/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('administration'))('title') }
}

/** The editions somebody administers, each with how far its events have come. */
export default async function Administration() {
  const actor = await currentActor()
  if (!isSignedIn(actor)) notFound()
  const editions = await administeredBy(actor)
  const owned = await ownedBy(actor)
  if (editions.length + owned.length === 0) notFound()
  const t = await getTranslations('administration')
  const competitions = new Map(
    [...owned, ...editions.map(({ competition }) => competition)].map((one) => [one.id, one]),
  )
  return (
    <AdminPage title={t('title')} lead={t('lead')}>
      <div className="page grid gap-11 pb-12">
        {[...competitions.values()].map((competition) => {
          const own = editions.filter(({ edition }) => edition.competitionId === competition.id)
          const owns = owned.some(({ id }) => id === competition.id)
          return (
            <Section
              key={competition.id}
              title={competition.name}
              caption={t('editions', { count: own.length })}
            >
              <ol className="hairlines">
                {own.map(({ edition, events }) => (
                  <li key={edition.id}>
                    <Link
                      href={`/admin/${edition.slug}` as Route}
                      className="grid grid-cols-[minmax(0,1fr)] items-baseline gap-x-8 gap-y-1 py-4 text-text no-underline hover:bg-sunken sm:grid-cols-[5rem_minmax(0,1fr)_minmax(0,1.2fr)]"
                    >
                      <span className="figures font-semibold text-xl">{edition.year}</span>
                      <span className="min-w-0">
                        <span className="block font-semibold [overflow-wrap:anywhere]">{edition.scope}</span>
                        <span className="block text-muted text-sm">{daysOf(edition) ?? t('no-days')}</span>
                      </span>
                      <States events={events} />
                    </Link>
                  </li>
                ))}
              </ol>
              {own.length === 0 && <p className="py-4 text-muted">{t('no-editions')}</p>}
              {owns && (
                <p className="pt-5">
                  <ButtonLink look="secondary" href={`/admin/new?competition=${competition.slug}` as Route}>
                    {t('add-edition')}
                  </ButtonLink>
                </p>
              )}
            </Section>
          )
        })}
      </div>
    </AdminPage>
  )
}

/** How many events stand where. */
async function States({ events }: { events: readonly AdministeredEvent[] }) {
  const t = await getTranslations('administration')
  const drafts = events.filter(({ phase }) => phase === 'draft').length
  const opened = events.filter(({ phase }) => phase !== 'draft')
  if (events.length === 0) return <span className="text-muted">{t('no-events')}</span>
  return (
    <span className="flex flex-wrap gap-x-6 gap-y-1">
      {MAP_STATES.map((state) => {
        const count = opened.filter((one) => one.state === state).length
        return count === 0 ? null : (
          <span key={state} className="whitespace-nowrap">
            <StateMark state={state} /> {t(`state.${state}`, { count })}
          </span>
        )
      })}
      {drafts > 0 && <span className="text-muted">{t('drafts', { count: drafts })}</span>}
    </span>
  )
}
