import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Masthead } from '@/components/brand/masthead'
import { clockIn } from '@/components/schedule/clock'
import { Caption } from '@/components/ui/caption'
import { Steps } from '@/components/ui/steps'
import { PHASES } from '@/domain/events/phases'
import { now } from '@/server/clock'
import type { OrganizedEvent } from '../organized-event'
import { OrganizerNav, type OrganizerPlace } from './organizer-nav'

/** The frame of an organizer's page: where one is, how far the event has come, and what time it is at the venue. */
export async function OrganizerPage({
  found: { event, edition, competition, facts, base },
  place,
  title,
  caption,
  children,
}: {
  found: OrganizedEvent
  place: OrganizerPlace
  /** The page's heading; the home brings its own. */
  title?: ReactNode
  caption?: ReactNode
  children: ReactNode
}) {
  const t = await getTranslations('organize')
  const at = now()
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: event.timeZone })
  const steps = PHASES.filter((phase) => phase !== 'archived' || facts.phase === 'archived').map((phase) => ({
    id: phase,
    label: t(`phases.${phase}`),
  }))
  return (
    <>
      <Masthead
        crumbs={[
          { label: `${competition.name} ${edition.year}`, href: `/${edition.slug}` as Route },
          { label: event.name, href: base as Route },
        ]}
        center={<Steps steps={steps} current={facts.phase} />}
        right={
          <p className="figures hidden text-sm sm:block">
            {day} <strong>{clockIn(at, event.timeZone)}</strong> {event.city}
          </p>
        }
      />
      <OrganizerNav base={base} current={place} />
      <main id="content">
        {title && (
          <header className="page flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pt-8 pb-6">
            <h1 className="font-semibold text-2xl">{title}</h1>
            {caption && <Caption>{caption}</Caption>}
          </header>
        )}
        {children}
      </main>
    </>
  )
}
