import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { Section } from '@/components/ui/section'
import type { EventRow } from '@/server/events/find-event'

const DATES = [
  'registrationOpensAt',
  'registrationClosesAt',
  'rosterLocksAt',
  'submissionsDueAt',
  'scoringClosesAt',
] as const

/** What comes next, on the venue's clock: the deadlines of the settings and the points of the programme. */
export async function Upcoming({
  event,
  items,
  at,
  title,
}: {
  event: EventRow
  items: readonly { id: string; title: string; startsAt: Date }[]
  at: Date
  title: string
}) {
  const t = await getTranslations('organize')
  const set = DATES.flatMap((date) => {
    const instant = event[date]
    return instant
      ? [{ id: date as string, title: t(`dates.${date}`), startsAt: instant, deadline: true }]
      : []
  })
  const listed = items.filter(({ startsAt }) => !set.some((one) => Number(one.startsAt) === Number(startsAt)))
  const next = [...set, ...listed.map((item) => ({ ...item, deadline: false }))]
    .filter(({ startsAt }) => startsAt > at)
    .sort((a, b) => Number(a.startsAt) - Number(b.startsAt))
    .slice(0, 8)
  return (
    <Section title={title} caption={`${event.city}, ${offsetOf(event.timeZone, at)}`}>
      {next.length === 0 && <p className="py-4 text-muted">{t('deadlines-none')}</p>}
      <ol className="relative mt-3">
        {next.map(({ id, title, startsAt, deadline }, index) => (
          <li
            key={id}
            className="relative grid grid-cols-[1.25rem_5.75rem_3rem_minmax(0,1fr)] items-baseline gap-x-2 py-2 text-sm"
          >
            {index < next.length - 1 && (
              <span className="absolute top-4 -bottom-4 left-[5px] w-px bg-line" aria-hidden="true" />
            )}
            <svg
              viewBox="0 0 12 12"
              className="relative size-3 self-center bg-bg text-primary"
              aria-hidden="true"
            >
              <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
              {index === 0 && <circle cx="6" cy="6" r="2.3" fill="currentColor" />}
            </svg>
            <span className="figures text-muted">{dayIn(startsAt, event.timeZone)}</span>
            <span className="figures font-semibold">{clockIn(startsAt, event.timeZone)}</span>
            <span className={deadline ? 'font-semibold' : ''}>{title}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** “UTC+4”, what a zone is ahead by at an instant. */
function offsetOf(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
}
