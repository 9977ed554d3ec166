import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ownName } from '@/server/people/queries'
import { sentenceOf } from '@/server/refusals'
import { ownRegistration, proposedInstitution } from '@/server/registration/queries'
import { currentActor, isSignedIn } from '@/server/session'
import { CODE_MINUTES } from '@/server/sign-in/send-code'
import type { InvitationPreview } from '@/server/teams/queries'
import { FieldsForm } from '../../../_components/fields-form'
import {
  consentQuestions,
  institutionQuestion,
  minorQuestion,
  nameQuestions,
} from '../../../_components/own-questions'
import { join } from '../../../actions'
import { AddressForm } from './address-form'

/** What the reader can do with the invitation: nothing any more, open their team, prove their address, or join. */
export async function EnterTeam({ preview }: { preview: InvitationPreview }) {
  const t = await getTranslations('teams')
  const actor = await currentActor()
  const home = `/me?event=${preview.event.address}` as Route
  if (preview.member) {
    return (
      <div className="grid gap-5">
        <Notice kind="success" title={t('already-title')}>
          {t('already-lead')}
        </Notice>
        <ButtonLink className="justify-self-start" href={home}>
          {t('open-home')}
        </ButtonLink>
      </div>
    )
  }
  if (preview.fault) {
    return (
      <div className="grid gap-5">
        <Notice kind="warn">{sentenceOf(preview.fault)}</Notice>
        <div className="flex flex-wrap gap-3">
          <ButtonLink look="secondary" href={'/join' as Route}>
            {t('other-code')}
          </ButtonLink>
          {actor.registrations.includes(preview.event.id) && !preview.current && (
            <ButtonLink look="secondary" href={`/me/teams?event=${preview.event.address}` as Route}>
              {t('looking.see-teams')}
            </ButtonLink>
          )}
        </div>
      </div>
    )
  }
  return isSignedIn(actor) ? <Join preview={preview} /> : <ProveAddress code={preview.code} />
}

async function ProveAddress({ code }: { code: string }) {
  const t = await getTranslations('teams')
  return (
    <>
      <AddressForm
        code={code}
        words={{
          label: t('your-email'),
          fromAddress: t('from-address'),
          unlisted: t('address-unlisted'),
          send: t('send-code'),
          below: t('no-password'),
        }}
      />
      <section className="-mx-4 grid gap-2 border-t bg-sunken px-4 py-6 sm:mx-0 sm:px-6">
        <h2 className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
          {t('then')} <span className="caption font-normal text-muted">{t('next-step')}</span>
        </h2>
        <p className="text-muted">{t('then-lead', { minutes: CODE_MINUTES })}</p>
      </section>
    </>
  )
}

async function Join({ preview: { code, team, current, event } }: { preview: InvitationPreview }) {
  const t = await getTranslations('teams')
  const r = await getTranslations('registration')
  const actor = await currentActor()
  const name = await ownName(actor)
  const registration = await ownRegistration(actor, event.id)
  const registered = registration !== null && registration.state !== 'withdrawn'
  const institution = registered ? null : await proposedInstitution(actor)
  const questions = [
    ...(name?.givenName ? [] : await nameQuestions(name)),
    ...(registered || institution ? [] : [await institutionQuestion(null)]),
    ...(registered
      ? []
      : [await minorQuestion({ whole: false }), ...(await consentQuestions(registration?.consents))]),
  ]
  return (
    <div className="grid gap-5">
      {current && <Notice kind="warn">{t('in-other', { other: current.name })}</Notice>}
      {institution && <p className="text-success">{r('from-address', { institution: institution.name })}</p>}
      <FieldsForm
        send={join}
        given={{ code, ...(current && { leave: current.id }), ...(registered ? {} : { asked: 'yes' }) }}
        questions={questions}
        submit={
          current
            ? t('leave-and-join', { other: current.name, team: team.name })
            : t('join', { team: team.name })
        }
        wide
      />
    </div>
  )
}
