import { getTranslations } from 'next-intl/server'
import { Agenda } from '@/components/schedule/agenda'
import { zoneCity } from '@/components/schedule/days'
import { Timeline, type TimelineItem } from '@/components/schedule/timeline'
import { Tracks } from '@/components/schedule/tracks'
import { sideBySide } from '@/domain/schedule/side-by-side'
import type { scheduleOf } from '@/server/events/queries'

type Item = Awaited<ReturnType<typeof scheduleOf>>[number]

const MARKS: Readonly<Record<string, TimelineItem['mark']>> = { deadline: 'deadline', winner: 'crown' }
const SHORT = ['deadline', 'winner', 'jury', 'pitches'] as const
const isShort = (kind: string): kind is (typeof SHORT)[number] => SHORT.some((known) => known === kind)

const HALF_HOUR = 30 * 60_000

/** The days of an event on the venue's clock and the final's: to scale where there is room, in words everywhere. */
export async function Plan({
  items,
  at,
  timeZone,
  city,
  finalZone,
}: {
  items: readonly Item[]
  at: Date
  timeZone: string
  city: string
  finalZone?: string
}) {
  const t = await getTranslations('schedule')
  const [first] = items
  if (!first) return null
  const last = Math.max(...items.map(({ startsAt, endsAt }) => Number(endsAt ?? startsAt)))
  const venue = { zone: timeZone, label: city }
  const second =
    finalZone && finalZone !== timeZone ? { zone: finalZone, label: zoneCity(finalZone) } : undefined
  const stretches = sideBySide(items)
  return (
    <section aria-label={t('title')} className="page">
      <div className="hidden overflow-x-auto pt-6 xl:block" aria-hidden="true">
        <Timeline
          from={new Date(Number(first.startsAt) - 4 * HALF_HOUR)}
          to={new Date(last + 2 * HALF_HOUR)}
          now={at}
          nowLabel={t('now')}
          venue={venue}
          second={second}
          items={items
            .filter(({ track }) => track === null)
            .map(({ id, kind, title, startsAt, endsAt }) => ({
              ...{ id, startsAt, endsAt, mark: MARKS[kind] },
              label: isShort(kind) ? t(`short.${kind}`) : title,
            }))}
        />
        {stretches.map((stretch) => (
          <Tracks key={stretch.startsAt.getTime()} stretch={stretch} venue={venue} />
        ))}
      </div>
      <div className="pt-6 xl:sr-only">
        <Agenda
          days
          className="gap-x-10 md:grid md:grid-cols-2"
          venue={venue}
          second={second}
          items={items.map(({ id, startsAt, title, place, track }) => ({
            ...{ id, at: startsAt, title },
            about: [track && t('track', { track }), place].filter(Boolean).join(' · '),
          }))}
        />
      </div>
    </section>
  )
}
