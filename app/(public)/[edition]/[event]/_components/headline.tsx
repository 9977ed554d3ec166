import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { StateMark } from '@/components/events/state-mark'
import { clockIn } from '@/components/schedule/clock'
import { Countdown } from '@/components/schedule/countdown'
import { daysIn, fullDay } from '@/components/schedule/days'
import { ZonedTime } from '@/components/schedule/zoned-time'
import { ButtonLink } from '@/components/ui/button'
import { Title } from '@/components/ui/title'
import { mapState } from '@/domain/events/map-state'
import type { FoundEvent } from '@/server/events/find-event'

/** What there is to say of an event in a line. Who won stands in it only once the result is published. */
export async function Headline({
  found: { event, facts },
  teams,
  places,
  winners,
  at,
  address,
}: {
  found: FoundEvent
  teams: number
  /** For a final that others lead to: its places and how many have a team. */
  places?: { readonly known: number; readonly total: number }
  winners: readonly string[]
  at: Date
  address: string
}) {
  const t = await getTranslations('events')
  const next = deadlineOf(facts, at)
  const units = {
    days: t('unit.days'),
    hours: t('unit.hours'),
    minutes: t('unit.minutes'),
    seconds: t('unit.seconds'),
  }
  const published = winners.length > 0
  return (
    <>
      <p
        className={`caption mt-4 flex items-center gap-2 font-semibold xl:sr-only ${published ? 'text-gold' : 'text-signal'}`}
      >
        <StateMark state={mapState(facts.phase)} /> {t(`phase.${facts.phase}`)}
      </p>
      {published && (
        <p className="caption mt-4 flex items-center gap-2 text-gold max-xl:sr-only">
          <StateMark state="winner" /> {t('winnerCaption', { count: winners.length, event: event.name })}
        </p>
      )}
      <Title>{await sentence()}</Title>
      {event.hostEvent && (
        <p className="mt-5 text-lg">
          {t('hosted', { host: event.hostEvent, day: fullDay(event.startsAt, event.timeZone) })}
        </p>
      )}
      {next && (
        <div className="mt-6 flex flex-wrap items-center gap-x-10 gap-y-3">
          <Countdown until={Number(next.until)} now={Number(at)} units={units} className="text-4xl" />
          <div>
            <p className="text-muted">{t(`until.${next.what}`)}</p>
            <ZonedTime instant={next.until} zone={event.timeZone} city={event.city} className="flex-col" />
          </div>
        </div>
      )}
      <p className="mt-7 flex flex-wrap gap-3">
        {published && <ButtonLink href={`${address}/results` as Route}>{t('readResults')}</ButtonLink>}
        {next?.what === 'registration' && (
          <ButtonLink href={`${address}/register` as Route}>{t('register')}</ButtonLink>
        )}
        {teams > 0 && (
          <ButtonLink look="secondary" href={`${address}/teams` as Route}>
            {t('seeTeams', { count: teams })}
          </ButtonLink>
        )}
        <a
          className="inline-flex min-h-12 items-center rounded-md px-3 font-semibold text-primary no-underline first:-ml-3 hover:bg-primary-soft max-sm:-ml-3"
          href={`${address}/calendar.ics`}
        >
          {t('calendar')}
        </a>
      </p>
    </>
  )

  async function sentence(): Promise<string> {
    if (published)
      return t('headline.winner', { team: new Intl.ListFormat('en').format(winners), count: winners.length })
    if (places && facts.phase === 'registration') return t('headline.places', { ...places, city: event.city })
    const due = event.submissionsDueAt
    if (facts.phase === 'in-progress' && due && due > at)
      return t('headline.building', { count: teams, time: clockIn(due, event.timeZone) })
    if (facts.phase === 'registration' || facts.phase === 'draft')
      return teams > 0
        ? t('headline.registered', { count: teams, city: event.city })
        : t('headline.planned', { city: event.city, days: daysIn(event) })
    return t(`headline.${facts.phase}`)
  }
}

/** The next moment that binds the teams, and which it is. */
function deadlineOf(
  { phase, registrationOpensAt, registrationClosesAt, submissionsDueAt }: FoundEvent['facts'],
  at: Date,
) {
  if (phase === 'in-progress' && submissionsDueAt && submissionsDueAt > at)
    return { what: 'submission', until: submissionsDueAt } as const
  if (phase !== 'registration' || !registrationClosesAt || registrationClosesAt <= at) return null
  if (registrationOpensAt && registrationOpensAt > at)
    return { what: 'opening', until: registrationOpensAt } as const
  return { what: 'registration', until: registrationClosesAt } as const
}
