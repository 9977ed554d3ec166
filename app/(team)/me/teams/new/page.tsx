import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { currentActor, isSignedIn } from '@/server/session'
import { eventCrumbs } from '../../../_components/event-crumbs'
import { FieldsForm } from '../../../_components/fields-form'
import { TeamPage } from '../../../_components/team-page'
import { foundTeam } from '../../../actions'
import { chosenEvent } from '../../chosen-event'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('create-title') }
}

export default async function NewTeamPage({ searchParams }: PageProps<'/me/teams/new'>) {
  const t = await getTranslations('teams')
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me/teams/new' as Route)
  const { chosen } = await chosenEvent(actor, (await searchParams).event)
  if (!chosen) redirect('/me' as Route)
  const { event } = chosen
  return (
    <TeamPage crumbs={eventCrumbs(chosen)} example={event.exampleData}>
      <h1 className="display text-3xl">{t('create-title')}</h1>
      <p className="text-lg text-muted">{t('create-lead')}</p>
      <FieldsForm
        send={foundTeam}
        given={{ event: event.id }}
        questions={[
          {
            kind: 'line',
            name: 'name',
            label: t('name'),
            hint: t('name-hint'),
            maxLength: 200,
            autoComplete: 'off',
          },
        ]}
        submit={t('create')}
        wide
      />
    </TeamPage>
  )
}
