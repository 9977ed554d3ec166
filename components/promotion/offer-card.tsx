import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ZonedTime } from '@/components/schedule/zoned-time'

/** A place in the event above, as its team's captain sees it; `children` holds the buttons that answer. */
export function OfferCard({
  team,
  event,
  city,
  startsAt,
  timeZone,
  state,
  children,
}: {
  team: string
  event: string
  city: string
  startsAt: Date
  timeZone: string
  state: string
  children?: ReactNode
}) {
  const t = useTranslations('promotion')
  const known = state === 'offered' || state === 'confirmed' || state === 'accepted' ? state : 'open'
  return (
    <section className="border-gold border-l-4 bg-sunken px-5 py-4">
      <p className="caption text-gold">◇ {t(`states.${known}`)}</p>
      <h2 className="mt-1 font-semibold text-xl">{t('card-title', { team, event, state: known })}</h2>
      <p className="mt-1 text-muted">
        <ZonedTime instant={startsAt} zone={timeZone} city={city} />
      </p>
      <p className="mt-2">{t(`card-${known}`)}</p>
      {children && <div className="mt-4 flex flex-wrap gap-3">{children}</div>}
    </section>
  )
}
