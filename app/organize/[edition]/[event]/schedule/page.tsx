import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { Empty, Section } from '@/components/ui/section'
import { wallClock } from '@/domain/events/wall-clock'
import { scheduleOf } from '@/server/events/queries'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { PressForm } from '../_components/press-form'
import { organizedEvent } from '../organized-event'
import { ExactTime } from './_components/exact-time'
import { add, remove } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schedule'))('title') }
}

const DEADLINES = ['registrationClosesAt', 'rosterLocksAt', 'submissionsDueAt'] as const

/** What happens when, by the venue's clock and the reader's, with what runs side by side in tracks. */
export default async function SchedulePage({ params }: PageProps<'/organize/[edition]/[event]/schedule'>) {
  const found = await organizedEvent(params)
  const { event, edition } = found
  const t = await getTranslations('schedule')
  const items = await scheduleOf(event.id)
  const { timeZone: zone, city } = event
  const due = DEADLINES.flatMap((name) => (event[name] ? [{ name, at: event[name] }] : []))
  return (
    <OrganizerPage found={found} place="schedule" title={t('title')} caption={t('zone', { city })}>
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-12 pb-16">
        {items.length === 0 && <Empty title={t('empty')}>{t('empty-how')}</Empty>}
        <ol>
          {items.map((item) => (
            <li
              key={item.id}
              className="grid items-start gap-x-6 gap-y-2 border-b py-3 sm:grid-cols-[15rem_minmax(0,1fr)_auto]"
            >
              <ExactTime instant={item.startsAt} zone={zone} />
              <div className="min-w-0 [overflow-wrap:anywhere]">
                <p className="font-semibold">{item.title}</p>
                <p className="text-muted text-sm">
                  {[
                    item.endsAt && `→ ${endOf(item.startsAt, item.endsAt, zone)}`,
                    item.track && t('track', { track: item.track }),
                    item.place,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <PressForm
                send={remove}
                values={{ event: event.id, item: item.id }}
                look="quiet"
                submit={t('remove')}
              />
            </li>
          ))}
        </ol>
        <div className="grid gap-12 lg:grid-cols-2">
          <Section title={t('add')}>
            <div className="pt-5">
              <FieldForm
                send={add}
                hidden={{ event: event.id }}
                fields={[
                  { name: 'title', label: t('item.title'), wide: true },
                  {
                    name: 'startsAt',
                    label: t('item.startsAt', { city }),
                    kind: 'datetime-local',
                    value: wallClock(zone, event.startsAt),
                  },
                  { name: 'endsAt', label: t('item.endsAt'), kind: 'datetime-local' },
                  { name: 'place', label: t('item.place') },
                  { name: 'track', label: t('item.track') },
                ]}
                submit={t('add')}
                done={t('added')}
              />
            </div>
          </Section>
          <Section
            title={t('deadlines')}
            caption={
              <a className="link tap" href={`/${edition.slug}/${event.slug}/calendar.ics`}>
                {t('calendar')}
              </a>
            }
          >
            <dl>
              {due.map(({ name, at }) => (
                <div key={name} className="grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-2">
                  <dt className="font-semibold">{t(`deadline.${name}`)}</dt>
                  <dd>
                    <ExactTime instant={at} zone={zone} />
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        </div>
      </div>
    </OrganizerPage>
  )
}

/** The hour it ends, with its day where that is another one. */
function endOf(start: Date, end: Date, zone: string): string {
  const [day, clock] = [dayIn(end, zone), clockIn(end, zone)]
  return day === dayIn(start, zone) ? clock : `${day}, ${clock}`
}
