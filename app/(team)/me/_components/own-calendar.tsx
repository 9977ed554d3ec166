import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { FoundEvent } from '@/server/events/find-event'
import { ownRegistration } from '@/server/registration/queries'
import { ownCalendarKey } from '@/server/schedule/calendar-link'
import { currentActor } from '@/server/session'

/** The address of the own calendar, for whoever has a place. */
export async function OwnCalendar({ found: { event, edition } }: { found: FoundEvent }) {
  const registration = await ownRegistration(await currentActor(), event.id)
  if (registration?.state !== 'registered') return null
  const t = await getTranslations('schedule')
  const address = `/${edition.slug}/${event.slug}/calendar.ics?own=${ownCalendarKey(registration.id)}`
  return (
    <Section title={t('own-calendar')}>
      <p className="max-w-prose pt-3 text-muted">{t('own-calendar-lead')}</p>
      <a href={address} className="link tap">
        {t('own-calendar-open')}
      </a>
    </Section>
  )
}
