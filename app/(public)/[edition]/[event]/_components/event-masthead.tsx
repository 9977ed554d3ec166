import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { type Crumb, Masthead } from '@/components/brand/masthead'
import { clockIn } from '@/components/schedule/clock'
import { Steps } from '@/components/ui/steps'
import { PHASES } from '@/domain/events/phases'
import type { FoundEvent } from '@/server/events/find-event'

/**
 * Where one is below an event and what time it is there. How far the event has come stands on its own page; below it
 * the way back needs the room.
 */
export async function EventMasthead({
  found: { event, edition, competition, facts },
  at,
  here = [],
}: {
  found: FoundEvent
  at: Date
  /** The page below the event's own, when it is not that one. */
  here?: readonly Crumb[]
}) {
  const t = await getTranslations('events')
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: event.timeZone })
  const self: Crumb =
    here.length > 0
      ? { label: event.name, href: `/${edition.slug}/${event.slug}` as Route }
      : { label: event.name }
  return (
    <Masthead
      crumbs={[
        { label: `${competition.name} ${edition.year}`, href: `/${edition.slug}` as Route },
        self,
        ...here,
      ]}
      center={
        here.length === 0 && (
          <Steps
            steps={PHASES.filter((phase) => phase !== 'archived').map((id) => ({
              id,
              label: t(`phase.${id}`),
            }))}
            current={facts.phase === 'archived' ? 'published' : facts.phase}
          />
        )
      }
      right={
        <time dateTime={at.toISOString()} className="figures text-sm max-sm:hidden print:hidden">
          {day.format(at)} <b>{clockIn(at, event.timeZone)}</b> {event.city}
        </time>
      }
    />
  )
}
