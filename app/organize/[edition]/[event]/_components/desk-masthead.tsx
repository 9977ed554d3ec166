import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { clockIn } from '@/components/schedule/clock'
import { Steps } from '@/components/ui/steps'
import { PHASES } from '@/domain/events/phases'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { LOCALE } from '@/server/messages'

/** The head of the jury desk's pages: where one is, how far the event has come, and the hour there. */
export async function DeskMasthead({ found, here }: { found: FoundEvent; here?: string }) {
  const t = await getTranslations('desk')
  const { event, edition, competition, facts } = found
  const address = `/${edition.slug}/${event.slug}`
  const crumbs = [
    { label: `${competition.name} ${edition.year}`, href: `/${edition.slug}` as Route },
    { label: event.name, href: here ? (`/organize${address}` as Route) : undefined },
    ...(here ? [{ label: here }] : []),
  ]
  const steps = PHASES.filter((phase) => phase !== 'archived').map((id) => ({ id, label: t(`phases.${id}`) }))
  return (
    <Masthead
      crumbs={crumbs}
      center={<Steps steps={steps} current={facts.phase === 'archived' ? 'published' : facts.phase} />}
      right={
        <p className="figures whitespace-nowrap">
          <span className="font-semibold">{clockIn(now(), event.timeZone, LOCALE)}</span>{' '}
          <span className="text-muted">{event.city}</span>
        </p>
      }
    />
  )
}
