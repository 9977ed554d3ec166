import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/domain/access/can'
import { isRefusal } from '@/domain/refusal'
import { expectedAt } from '@/server/check-in/queries'
import { now } from '@/server/clock'
import { OrganizerPage } from '../_components/organizer-page'
import { Door } from './_components/door'
import { doorEvent } from './door-event'
import { doorWords } from './door-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checkIn'))('title') }
}

/** The list at the door, for organizers and helpers: names, who came, and one tap for each. */
export default async function CheckInPage({ params }: PageProps<'/organize/[edition]/[event]/check-in'>) {
  const found = await doorEvent(params)
  if (!found) notFound()
  const { event, actor, base } = found
  const people = await expectedAt(actor, event.id)
  if (isRefusal(people)) notFound()
  const t = await getTranslations('checkIn')
  const organizes = can(actor, 'edit-event', { event: found.facts }, now()) === null
  return (
    <OrganizerPage
      found={found}
      place="check-in"
      title={t('title')}
      caption={
        organizes && (
          <Link href={`${base}/badges` as Route} className="link tap">
            {t('badges')}
          </Link>
        )
      }
    >
      <div className="page pb-16">
        <p className="max-w-prose text-muted">{t('lead')}</p>
        <Door
          api={`${base}/taps`}
          page={base}
          door={`${event.id} ${actor.personId}`}
          helper={actor.personId}
          madeAt={now().getTime()}
          zone={event.timeZone}
          words={await doorWords()}
          people={people.map((person) => ({
            ...person,
            arrivedAt: person.arrivedAt?.toISOString() ?? null,
          }))}
        />
      </div>
    </OrganizerPage>
  )
}
