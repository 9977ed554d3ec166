import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { FoundEvent } from '@/server/events/find-event'
import { ownRegistration } from '@/server/registration/queries'
import { currentActor, isSignedIn } from '@/server/session'
import { ownTeam } from '@/server/teams/queries'
import { eventCrumbs } from '../_components/event-crumbs'
import { TeamPage } from '../_components/team-page'
import { AskedConsents } from './_components/asked-consents'
import { Confirm } from './_components/confirm'
import { FindTeam } from './_components/find-team'
import { Nowhere } from './_components/nowhere'
import { Offers } from './_components/offers'
import { OtherRoles } from './_components/other-roles'
import { OwnCalendar } from './_components/own-calendar'
import { OwnTeam } from './_components/own-team'
import { Waiting } from './_components/waiting'
import { addressOf, chosenEvent } from './chosen-event'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registration'))('your-events') }
}

/** A participant's home: what needs them now, at the event they chose. */
export default async function HomePage({ searchParams }: PageProps<'/me'>) {
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me' as Route)
  const { all, chosen } = await chosenEvent(actor, (await searchParams).event)
  if (!chosen) {
    return (
      <TeamPage>
        <OtherRoles />
        <Nowhere />
      </TeamPage>
    )
  }
  const { event } = chosen
  return (
    <TeamPage crumbs={eventCrumbs(chosen)} example={event.exampleData}>
      <Offers />
      <Standing found={chosen} />
      <AskedConsents event={event.id} />
      <OwnCalendar found={chosen} />
      <OtherEvents all={all} chosen={chosen} />
      <OtherRoles />
    </TeamPage>
  )
}

/** Unconfirmed, waiting, without a team, or in one. */
async function Standing({ found }: { found: FoundEvent }) {
  const actor = await currentActor()
  const registration = await ownRegistration(actor, found.event.id)
  const team = await ownTeam(actor, found.event.id)
  const unconfirmed = registration !== null && registration.confirmedAt === null
  if (registration?.state === 'waitlisted') return <Waiting found={found} />
  return (
    <>
      {team && <OwnTeam found={found} team={team} unconfirmed={unconfirmed} />}
      {unconfirmed && !team && <h1 className="display text-3xl">{found.event.name}</h1>}
      {unconfirmed && <Confirm found={found} registration={registration} />}
      {!team && !unconfirmed && <FindTeam found={found} />}
      {!unconfirmed && <ReadChallenges found={found} />}
    </>
  )
}

async function ReadChallenges({ found }: { found: FoundEvent }) {
  const t = await getTranslations('challenges')
  return (
    <Link href={`/me/challenges?event=${addressOf(found)}` as Route} className="tap link justify-self-start">
      {t('read-all')}
    </Link>
  )
}

async function OtherEvents({ all, chosen }: { all: readonly FoundEvent[]; chosen: FoundEvent }) {
  const t = await getTranslations('registration')
  const others = all.filter(({ event }) => event.id !== chosen.event.id)
  if (others.length === 0) return null
  return (
    <Section title={t('your-events')}>
      <ul className="hairlines">
        {others.map((found) => (
          <li key={found.event.id}>
            <Link href={`/me?event=${addressOf(found)}` as Route} className="flex min-h-12 items-center">
              {found.event.name}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
