import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ZonedTime } from '@/components/schedule/zoned-time'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { visibleEvent } from '@/server/events/queries'
import { ownName } from '@/server/people/queries'
import { sentenceOf } from '@/server/refusals'
import { ownRegistration, placesTaken, proposedInstitution, waitingAt } from '@/server/registration/queries'
import { currentActor, isSignedIn } from '@/server/session'
import { eventCrumbs } from '../../../_components/event-crumbs'
import { FieldsForm } from '../../../_components/fields-form'
import {
  consentQuestions,
  institutionQuestion,
  minorQuestion,
  nameQuestions,
} from '../../../_components/own-questions'
import { TeamPage } from '../../../_components/team-page'
import { register } from '../../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registration'))('register') }
}

export default async function RegisterPage({ params }: PageProps<'/[edition]/[event]/register'>) {
  const t = await getTranslations('registration')
  const { edition, event: slug } = await params
  const actor = await currentActor()
  const found = await visibleEvent(actor, edition, slug)
  if (!found) notFound()
  const { event, facts } = found
  if (!isSignedIn(actor)) redirect(`/sign-in?next=/${edition}/${slug}/register` as Route)
  const registration = await ownRegistration(actor, event.id)
  const no = can(actor, 'register-oneself', { event: facts }, now())
  const stands = registration !== null && registration.state !== 'withdrawn'
  return (
    <TeamPage crumbs={eventCrumbs(found)} example={event.exampleData}>
      <h1 className="display text-3xl [overflow-wrap:anywhere]">
        {t('register-title', { event: event.name })}
      </h1>
      {stands ? (
        <div className="grid gap-5">
          {registration.state === 'waitlisted' ? (
            <Notice kind="warn" title={t('waitlisted-title')}>
              {t('waitlisted-lead', { event: event.name })}
            </Notice>
          ) : (
            <Notice kind="success" title={t('registered-title')}>
              {registration.institution}
            </Notice>
          )}
          <ButtonLink className="justify-self-start" href={`/me?event=${edition}/${slug}` as Route}>
            {t('go-home')}
          </ButtonLink>
        </div>
      ) : no ? (
        <Notice kind="warn">{sentenceOf(no)}</Notice>
      ) : (
        <Form found={found} />
      )}
    </TeamPage>
  )
}

async function Form({ found: { event } }: { found: FoundEvent }) {
  const t = await getTranslations('registration')
  const actor = await currentActor()
  const proposed = await proposedInstitution(actor)
  const taken = await placesTaken(event.id)
  const waiting = event.capacity !== null && taken >= event.capacity ? await waitingAt(event.id) : null
  return (
    <>
      <p className="flex flex-wrap gap-x-6 text-muted">
        {event.capacity !== null && <span>{t('capacity', { taken, capacity: event.capacity })}</span>}
        {event.registrationClosesAt && (
          <span>
            {t('open-until')}{' '}
            <ZonedTime instant={event.registrationClosesAt} zone={event.timeZone} city={event.city} />
          </span>
        )}
      </p>
      {waiting !== null && <Notice kind="warn">{t('full-now', { next: waiting + 1 })}</Notice>}
      <FieldsForm
        send={register}
        given={{ event: event.id }}
        questions={[
          ...(await nameQuestions(await ownName(actor))),
          await institutionQuestion(proposed),
          await minorQuestion({ whole: true }),
          ...(await consentQuestions()),
        ]}
        submit={t('register')}
        wide
      />
    </>
  )
}
