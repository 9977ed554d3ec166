import { getTranslations } from 'next-intl/server'
import { Lines } from '@/components/ui/lines'
import { Section } from '@/components/ui/section'
import { wallClock } from '@/domain/events/wall-clock'
import type { EventRow } from '@/server/events/find-event'
import type { PlannedCopy } from '@/server/events/plan-event-copy'
import type { eventCounts } from '@/server/events/queries'

const DATES = [
  'registrationOpensAt',
  'registrationClosesAt',
  'startsAt',
  'rosterLocksAt',
  'submissionsDueAt',
  'scoringClosesAt',
  'endsAt',
] as const

/** What a copy takes along and what it does not, in words, and each date before and after. */
export async function Copied({
  source,
  plan: { event, parts },
  counts,
}: {
  source: EventRow
  plan: PlannedCopy
  counts: Awaited<ReturnType<typeof eventCounts>>
}) {
  const t = await getTranslations('administration.copied')
  const dates = await getTranslations('organize.dates')
  const taken = [
    t('settings', { min: event.teamMin ?? 2, max: event.teamMax ?? 5 }),
    event.capacity ? t('capacity', { count: event.capacity }) : null,
    t('criteria', { count: parts.rubric.filter(({ awardId }) => awardId === null).length }),
    parts.prizes.length > 0 && t('prizes', { count: parts.prizes.length }),
    t('schedule', { count: parts.schedule.length }),
    parts.partners.length > 0 && t('partners', { count: parts.partners.length }),
    event.retentionMonths ? t('retention', { months: event.retentionMonths }) : null,
  ].filter((line): line is string => Boolean(line))
  const left = [
    t('people', { students: counts.students, teams: counts.teams }),
    t('jury', { count: counts.jurors }),
    ...[t('roles'), t('results'), t('messages'), t('claims')],
  ]
  const shown = DATES.filter((date) => source[date] && event[date])
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-9 md:grid-cols-2 xl:grid-cols-[1fr_1fr_1.6fr]">
      <Section title={t('taken')} caption={t('taken-caption')}>
        <Lines lines={taken} />
      </Section>
      <Section title={t('left')} caption={t('left-caption')}>
        <Lines lines={left} />
      </Section>
      <Section title={t('dates')} caption={t('dates-caption')} className="md:max-xl:col-span-2">
        <dl className="hairlines">
          {shown.map((date) => (
            <div
              key={date}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5"
            >
              <dt>{dates(date)}</dt>
              <dd className="figures flex flex-wrap gap-x-3 text-sm">
                <span className="text-muted line-through">{shownAt(source.timeZone, source[date])}</span>
                <strong>{shownAt(event.timeZone, event[date])}</strong>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  )
}

/** “Fri 28 May 2027 09:00” by the event's own clock. */
function shownAt(timeZone: string, at: Date | null | undefined): string {
  if (!at) return ''
  const local = wallClock(timeZone, at)
  const day = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  } as const)
  return `${day.format(new Date(`${local}:00Z`)).replace(',', '')} ${local.slice(11)}`
}
