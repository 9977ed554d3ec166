import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { hasReached } from '@/domain/events/phases'
import { seatCounts } from '@/domain/judging/seat-counts'
import { isRefusal } from '@/domain/refusal'
import { now } from '@/server/clock'
import { scheduleOf } from '@/server/events/queries'
import { seatsOf } from '@/server/judging/queries'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { participantsOf } from '@/server/people/queries'
import { rostersOf } from '@/server/teams/queries'
import { InstitutionList } from './_components/institution-list'
import { Needs } from './_components/needs'
import { OrganizerPage } from './_components/organizer-page'
import { RegistrationCurve } from './_components/registration-curve'
import { TeamSeats } from './_components/team-seats'
import { Upcoming } from './_components/upcoming'
import { needsOf } from './needs-of'
import { organizedEvent } from './organized-event'

export async function generateMetadata({
  params,
}: PageProps<'/organize/[edition]/[event]'>): Promise<Metadata> {
  return { title: (await organizedEvent(params)).event.name }
}

/** Before judging: what needs the organizer first, then how registration goes. From judging on it is the desk. */
export default async function OrganizerHome({ params }: PageProps<'/organize/[edition]/[event]'>) {
  const found = await organizedEvent(params)
  const { event, facts, actor, base } = found
  if (hasReached(facts.phase, 'judging')) redirect(`${base}/desk` as Route)
  const t = await getTranslations('organize')
  const everybody = await participantsOf(actor, event.id)
  const teams = await rostersOf(actor, event.id)
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(everybody) || isRefusal(teams) || isRefusal(institutions)) notFound()
  const people = everybody.filter(({ state }) => state !== 'withdrawn')
  const present = teams.filter(({ withdrawnAt }) => withdrawnAt === null)
  const needs = needsOf({
    event,
    phase: facts.phase,
    people,
    teams: present,
    jurors: seatCounts(await seatsOf(event.id)).own,
    at: now(),
  })
  return (
    <OrganizerPage found={found} place="">
      <h1 className="sr-only">{event.name}</h1>
      <div className="page grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] xl:grid-cols-[minmax(0,37rem)_minmax(0,1fr)]">
        <Needs needs={needs} base={base} example={event.exampleData} className="py-6 lg:pr-9" />
        <RegistrationCurve
          event={event}
          registered={people.map(({ registeredAt }) => registeredAt)}
          at={now()}
          className="py-6 max-lg:border-t lg:border-l lg:pl-11"
        />
      </div>
      <div className="page">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-11 gap-y-9 border-t pt-7 pb-8 md:grid-cols-2 xl:grid-cols-[27rem_minmax(0,1fr)_22.5rem]">
          <InstitutionList institutions={institutions} base={base} />
          <TeamSeats
            teams={present}
            event={event}
            base={base}
            className="md:max-xl:order-3 md:max-xl:col-span-2"
          />
          <Upcoming event={event} items={await scheduleOf(event.id)} at={now()} title={t('deadlines')} />
        </div>
      </div>
    </OrganizerPage>
  )
}
