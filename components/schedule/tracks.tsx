import { useLocale, useTranslations } from 'next-intl'
import type { SideBySide } from '@/domain/schedule/side-by-side'
import { clockIn, dayIn } from './clock'
import type { TimelineZone } from './timeline'

interface Shown {
  readonly id: string
  readonly title: string
  readonly place: string | null
  readonly startsAt: Date
  readonly endsAt: Date | null
}

/** A stretch of the day in which things run beside each other: a column for each track, in order of time. */
export function Tracks({ stretch, venue }: { stretch: SideBySide<Shown>; venue: TimelineZone }) {
  const locale = useLocale()
  const t = useTranslations('schedule')
  const hours = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date | null }) =>
    [startsAt, ...(endsAt ? [endsAt] : [])].map((at) => clockIn(at, venue.zone, locale)).join('–')
  return (
    <div className="pt-6">
      <p className="caption font-semibold">
        {dayIn(stretch.startsAt, venue.zone, locale)}, {hours(stretch)} {venue.label}
      </p>
      <div className="mt-2 grid auto-cols-fr grid-flow-col gap-x-8">
        {stretch.tracks.map(({ name, items }) => (
          <section key={name} className="min-w-0">
            <h3 className="border-control border-b pb-2 font-semibold [overflow-wrap:anywhere]">
              {t('track', { track: name })}
            </h3>
            <ol>
              {items.map((item) => (
                <li key={item.id} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 border-b py-2.5">
                  <span className="figures text-muted">{hours(item)}</span>
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    <span className="block font-semibold">{item.title}</span>
                    <span className="block text-muted text-sm empty:hidden">{item.place}</span>
                  </span>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  )
}
