import { getTranslations } from 'next-intl/server'
import { StateMark } from '@/components/events/state-mark'
import { Section } from '@/components/ui/section'
import type { EventOnMap } from '@/server/editions/queries'

const clock = (at: Date, timeZone: string) =>
  at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })

/** The next submissions due, each by the clock of its own venue and that of the final. */
export async function Deadlines({
  events,
  at,
  finalZone,
}: {
  events: readonly EventOnMap[]
  at: Date
  finalZone: string
}) {
  const t = await getTranslations('home')
  const next = events
    .filter(({ submissionsDueAt }) => submissionsDueAt !== null && submissionsDueAt > at)
    .sort((a, b) => Number(a.submissionsDueAt) - Number(b.submissionsDueAt))
    .slice(0, 5)
  if (next.length === 0) return null
  return (
    <Section title={t('deadlines')} caption={t('deadlinesCaption')}>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th>{t('city')}</th>
            <th>{t('there')}</th>
            <th>{t('final')}</th>
          </tr>
        </thead>
        <tbody>
          {next.map((event) => (
            <tr key={event.id} className="border-b">
              <th scope="row" className="py-2 text-left font-normal">
                <StateMark state={event.state} /> {event.city}
              </th>
              <td className="figures py-2 text-right font-semibold">
                {event.submissionsDueAt && clock(event.submissionsDueAt, event.timeZone)}
              </td>
              <td className="figures py-2 pl-4 text-right text-muted">
                {event.submissionsDueAt && clock(event.submissionsDueAt, finalZone)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
