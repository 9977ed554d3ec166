import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { refuse } from '@/domain/refusal'
import { ownGuardian } from '@/server/guardians/queries'
import { sentenceOf } from '@/server/refusals'
import { currentActor, isSignedIn } from '@/server/session'
import { eventCrumbs } from '../../_components/event-crumbs'
import { FieldsForm } from '../../_components/fields-form'
import { guardianQuestions } from '../../_components/own-questions'
import { TeamPage } from '../../_components/team-page'
import { GuardianAsked } from '../_components/guardian-asked'
import { addressOf, chosenEvent } from '../chosen-event'
import { askMyGuardian, notMinor } from '../privacy/actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('guardian-page') }
}

/** What can stand in the way when the guardian is named with the registration; the address says which. */
const FAULTS = ['birth-malformed', 'name-unreadable', 'email-malformed', 'guardian-yourself'] as const

/** After registering or joining: a minor says who agrees in their place. The place is theirs meanwhile. */
export default async function GuardianPage({ searchParams }: PageProps<'/me/guardian'>) {
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me/guardian' as Route)
  const asked = await searchParams
  const { chosen } = await chosenEvent(actor, asked.event)
  const own = chosen && (await ownGuardian(actor, chosen.event.id))
  if (!chosen || !own) redirect('/me')
  const t = await getTranslations('privacy')
  const { event } = chosen
  const fault = FAULTS.find((code) => code === asked.fault)
  const open = own.standing === null || own.standing === 'unnamed'
  return (
    <TeamPage crumbs={eventCrumbs(chosen)} example={event.exampleData}>
      <header className="grid gap-3">
        <h1 className="display text-3xl">{t('guardian-page')}</h1>
        <p className="text-lg text-muted">{t('guardian-page-lead', { event: event.name })}</p>
      </header>
      {own.standing && !open && <GuardianAsked standing={own.standing} name={own.name} />}
      {fault && open && <Notice kind="danger">{sentenceOf(refuse(fault))}</Notice>}
      <FieldsForm
        key={own.email}
        send={askMyGuardian}
        given={{ event: event.id }}
        questions={await guardianQuestions(own)}
        submit={t(open ? 'guardian-ask' : 'guardian-ask-again')}
        look={open ? 'primary' : 'secondary'}
        wide={open}
      />
      <ButtonLink
        look={open ? 'quiet' : 'primary'}
        href={`/me?event=${addressOf(chosen)}` as Route}
        className={open ? '-ml-3 justify-self-start' : 'justify-self-start'}
      >
        {t(open ? 'guardian-later' : 'guardian-done')}
      </ButtonLink>
      {own.standing === 'unnamed' && (
        <details>
          <summary className="flex min-h-12 items-center text-muted">{t('guardian-took-back')}</summary>
          <div className="py-3">
            <FieldsForm
              send={notMinor}
              given={{ event: event.id }}
              submit={t('guardian-take-back')}
              look="secondary"
            />
          </div>
        </details>
      )}
    </TeamPage>
  )
}
