import { getTranslations } from 'next-intl/server'
import { StateMark } from '@/components/events/state-mark'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { zoneCity } from '@/components/schedule/days'
import { Section } from '@/components/ui/section'
import type { EventOnMap } from '@/server/editions/queries'

const SHOWN = 5

type Due = EventOnMap & { readonly submissionsDueAt: Date }

/** The next submissions due, soonest first. */
export const nextDue = (events: readonly EventOnMap[], at: Date): readonly Due[] =>
  events
    .filter((event): event is Due => event.submissionsDueAt !== null && event.submissionsDueAt > at)
    .sort((a, b) => Number(a.submissionsDueAt) - Number(b.submissionsDueAt))
    .slice(0, SHOWN)

/** How long each has left, as a bar from now, by the clock of its own venue and that of the final. */
export async function Deadlines({
  due,
  at,
  final,
}: {
  due: readonly Due[]
  at: Date
  final?: { readonly timeZone: string }
}) {
  const t = await getTranslations('home')
  const zone = final?.timeZone ?? 'UTC'
  const last = Math.max(...due.map(({ submissionsDueAt }) => Number(submissionsDueAt)))
  const share = (instant: Date) => ((Number(instant) - Number(at)) / (last - Number(at))) * 100
  const days = [...new Set(due.map(({ submissionsDueAt, timeZone }) => dayIn(submissionsDueAt, timeZone)))]
  return (
    <Section title={t('deadlines')} caption={days.join(' · ')}>
      <table className="w-full">
        <thead>
          <tr className="caption border-b text-muted">
            <th scope="col" className="py-1.5 font-normal">
              <span className="sr-only">{t('city')}</span>
            </th>
            <th scope="col" className="py-1.5 text-left font-semibold text-signal">
              {t('now')}
            </th>
            <th scope="col" className="py-1.5 pl-3 text-right font-normal">
              {t('there')}
            </th>
            <th scope="col" className="py-1.5 pl-3 text-right font-normal">
              {zoneCity(zone)}
            </th>
          </tr>
        </thead>
        <tbody>
          {due.map(({ id, state, city, submissionsDueAt, timeZone, firstInCountry }) => (
            <tr key={id} className="border-b">
              <th
                scope="row"
                className={`whitespace-nowrap py-2 pr-4 text-left ${firstInCountry ? 'font-semibold' : 'font-normal'}`}
              >
                <StateMark state={state} className="mr-2 size-3" />
                {city}
              </th>
              <td className="w-full border-signal border-l-2">
                <span
                  className={`drawn block border-text border-r-2 ${firstInCountry ? 'py-0.5' : 'py-1'}`}
                  style={{ width: `${share(submissionsDueAt)}%` }}
                >
                  <span className={`block bg-signal ${firstInCountry ? 'h-1.5' : 'h-1'}`} />
                </span>
              </td>
              <td className="figures py-2 pl-3 text-right font-semibold">
                {clockIn(submissionsDueAt, timeZone)}
              </td>
              <td className="figures py-2 pl-3 text-right text-muted">{clockIn(submissionsDueAt, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
