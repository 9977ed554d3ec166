import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { clockIn } from '@/components/schedule/clock'
import { Steps } from '@/components/ui/steps'
import { PHASES } from '@/domain/events/phases'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { LOCALE } from '@/server/messages'

/** The head of every page behind an event: whose it is, how far it has come, and the hour at the venue. */
export async function EventHead({ event, edition, competition, facts }: FoundEvent) {
  const t = await getTranslations('organize.phases')
  const at = now()
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: event.timeZone })
  const shown = PHASES.filter((phase) => phase !== 'archived' || facts.phase === 'archived')
  return (
    <Masthead
      crumbs={[
        { label: `${competition.name} ${edition.year}`, href: `/${edition.slug}` as Route },
        { label: event.name },
      ]}
      center={<Steps steps={shown.map((phase) => ({ id: phase, label: t(phase) }))} current={facts.phase} />}
      right={
        <p className="figures whitespace-nowrap text-sm">
          <span className="xl:hidden">{t(facts.phase)} · </span>
          <span className="text-muted max-sm:hidden">{day} </span>
          <strong>{clockIn(at, event.timeZone, LOCALE)}</strong>{' '}
          <span className="text-muted">{event.city}</span>
        </p>
      }
    />
  )
}
