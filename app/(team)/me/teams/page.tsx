import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Dots } from '@/components/ui/dots'
import { Notice } from '@/components/ui/notice'
import { Empty } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { sentenceOf } from '@/server/refusals'
import { currentActor, isSignedIn } from '@/server/session'
import { teamsToAsk } from '@/server/teams/board-queries'
import { eventCrumbs } from '../../_components/event-crumbs'
import { FieldsForm } from '../../_components/fields-form'
import { TeamPage } from '../../_components/team-page'
import { ask, takeBack } from '../../looking-actions'
import { chosenEvent } from '../chosen-event'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('looking.teams') }
}

/** The teams that have a free seat, each with the way to ask its captain. */
export default async function TeamsToAskPage({ searchParams }: PageProps<'/me/teams'>) {
  const t = await getTranslations('teams.looking')
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me/teams' as Route)
  const { chosen } = await chosenEvent(actor, (await searchParams).event)
  if (!chosen) redirect('/me' as Route)
  const teams = await teamsToAsk(actor, chosen.event.id)
  return (
    <TeamPage crumbs={eventCrumbs(chosen)} example={chosen.event.exampleData}>
      <div className="grid gap-3">
        <h1 className="display text-3xl">{t('teams')}</h1>
        <p className="text-lg text-muted">{t('teams-lead')}</p>
      </div>
      {isRefusal(teams) ? (
        <Notice kind="warn">{sentenceOf(teams)}</Notice>
      ) : teams.length === 0 ? (
        <Empty title={t('teams-none')} />
      ) : (
        <ul className="hairlines">
          {teams.map((team) => (
            <li key={team.id} className="grid gap-2 py-4 [overflow-wrap:anywhere]">
              <TeamToAsk team={team} />
            </li>
          ))}
        </ul>
      )}
    </TeamPage>
  )
}

type Asked = Exclude<Awaited<ReturnType<typeof teamsToAsk>>, { refused: true }>[number]

async function TeamToAsk({ team }: { team: Asked }) {
  const t = await getTranslations('teams')
  return (
    <>
      <div className="flex items-start gap-x-4">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-lg">{team.name}</h2>
          {team.institution && <p className="text-muted text-sm">{team.institution}</p>}
          {team.project && <p>{team.project}</p>}
        </div>
        <span className="pt-2">
          <Dots
            filled={team.taken}
            open={team.seats - team.taken}
            label={t('seats-taken', { taken: team.taken, seats: team.seats })}
          />
        </span>
      </div>
      {team.request ? (
        <div className="flex flex-wrap items-center gap-x-4">
          <p className="text-muted">{t('looking.asked')}</p>
          <FieldsForm
            send={takeBack}
            given={{ request: team.request }}
            submit={t('looking.take-back')}
            look="quiet"
          />
        </div>
      ) : (
        <details>
          <summary className="tap link inline-flex items-center">{t('looking.ask')}</summary>
          <div className="pt-4">
            <FieldsForm
              send={ask}
              given={{ team: team.id }}
              questions={[
                {
                  ...{ kind: 'line', name: 'message', label: t('looking.message') },
                  ...{ hint: t('looking.message-hint'), maxLength: 600, autoComplete: 'off' },
                },
              ]}
              submit={t('looking.ask-team', { team: team.name })}
            />
          </div>
        </details>
      )}
    </>
  )
}
