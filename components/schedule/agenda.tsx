import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { clockIn, dayIn } from './clock'
import type { TimelineZone } from './timeline'
import { Unmistakable } from './unmistakable'

export interface AgendaItem {
  readonly id: string
  readonly at: Date
  readonly title: ReactNode
  readonly about?: ReactNode
}

/** The timeline in words: each moment on both clocks, what happens and what is worth knowing about it. */
export function Agenda({
  items,
  venue,
  second,
  days = false,
  className = '',
}: {
  items: readonly AgendaItem[]
  venue: TimelineZone
  second?: TimelineZone
  days?: boolean
  className?: string
}) {
  const locale = useLocale()
  return (
    <ol className={className}>
      {items.map(({ id, at, title, about }) => (
        <li key={id} className="grid grid-cols-[7.5rem_1fr] gap-x-4 border-b py-2.5">
          <time dateTime={at.toISOString()} className="figures">
            {days && <span className="block text-muted text-sm">{dayIn(at, venue.zone, locale)}</span>}
            <span className="block font-semibold">{clockIn(at, venue.zone, locale)}</span>
            {second && (
              <span className="block text-muted text-sm">
                {clockIn(at, second.zone, locale)} {second.label}
              </span>
            )}
          </time>
          <div>
            <p className="font-semibold">{title}</p>
            {about && <p className="text-muted text-sm">{about}</p>}
            <p className="text-muted text-sm empty:hidden">
              <Unmistakable instant={at} zone={venue.zone} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
