import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Lines } from '@/components/ui/lines'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { type Erasure, planErasure } from '@/server/people/erasure'
import { sentenceOf } from '@/server/refusals'
import { currentActor, isSignedIn } from '@/server/session'
import { FieldsForm } from '../../../_components/fields-form'
import { TeamPage } from '../../../_components/team-page'
import { erase } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('erase-title') }
}

/** What erasing one's account does, said before it is done. */
export default async function ErasePage() {
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me/privacy/erase' as Route)
  const t = await getTranslations('privacy')
  const plan = await planErasure(actor)
  const crumbs = [{ label: t('title'), href: '/me/privacy' as Route }, { label: t('erase-title') }]
  if (isRefusal(plan)) {
    return (
      <TeamPage crumbs={crumbs}>
        <Notice kind="danger">{sentenceOf(plan)}</Notice>
      </TeamPage>
    )
  }
  const leads = plan.places.find(({ becomes }) => becomes === 'hands-over-first')
  return (
    <TeamPage crumbs={crumbs}>
      <header className="grid gap-3">
        <h1 className="display text-3xl">{t('erase-title')}</h1>
        <p className="text-lg text-muted">{t('erase-page-lead')}</p>
      </header>
      <AtEvents plan={plan} />
      <Section title={t('goes')}>
        <Lines
          lines={[
            ...(['name', 'study', 'mail', 'words'] as const).map((what) => t(`goes-${what}`)),
            ...(plan.roles > 0 ? [t('goes-roles', { count: plan.roles })] : []),
          ]}
        />
      </Section>
      <Section title={t('stays')}>
        <Lines lines={(['counts', 'results', 'record'] as const).map((what) => t(`stays-${what}`))} />
      </Section>
      {leads ? (
        <Notice kind="warn">
          <p className="pb-3">{t('place-hands-over-first', { team: leads.teamName })}</p>
          <ButtonLink look="secondary" href={'/me' as Route}>
            {t('hand-over')}
          </ButtonLink>
        </Notice>
      ) : (
        <FieldsForm
          send={erase}
          questions={[{ kind: 'yes', name: 'confirmed', label: t('understood') }]}
          submit={t('erase-now')}
          look="danger"
        />
      )}
      <ButtonLink look="quiet" href={'/me/privacy' as Route} className="-ml-3 justify-self-start">
        {t('back')}
      </ButtonLink>
    </TeamPage>
  )
}

/** Event by event, what becomes of one's places. */
async function AtEvents({ plan }: { plan: Erasure }) {
  const t = await getTranslations('privacy')
  const lines = [
    ...plan.places.map(({ event, eventName, becomes, teamName }) => ({
      ...{ event, eventName, line: t(`place-${becomes}`, { team: teamName }) },
    })),
    ...plan.registrations.map(({ event, eventName, withdraws }) => ({
      ...{ event, eventName, line: t(withdraws ? 'withdraws' : 'registration-stays') },
    })),
    ...plan.seats.map(({ event, eventName }) => ({ event, eventName, line: t('judged') })),
  ]
  if (lines.length === 0) return null
  const events = new Map(lines.map(({ event, eventName }) => [event, eventName]))
  return (
    <Section title={t('places')}>
      <ul className="hairlines">
        {[...events].map(([event, name]) => (
          <li key={event} className="grid gap-1 py-3">
            <p className="font-semibold">{name}</p>
            {lines
              .filter((line) => line.event === event)
              .map(({ line }) => (
                <p key={line} className="text-muted [overflow-wrap:anywhere]">
                  {line}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
