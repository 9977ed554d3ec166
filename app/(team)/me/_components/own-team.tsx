import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { hasReached } from '@/domain/events/phases'
import type { FoundEvent } from '@/server/events/find-event'
import { currentActor } from '@/server/session'
import { projectOf } from '@/server/submissions/queries'
import type { ownTeam } from '@/server/teams/queries'
import { addressOf } from '../chosen-event'
import { Checklist } from './checklist'
import { Deadline } from './deadline'
import { Roster } from './roster'
import { Submit } from './submit'
import { WayBack } from './way-back'

export type Team = NonNullable<Awaited<ReturnType<typeof ownTeam>>>
export type Project = NonNullable<Awaited<ReturnType<typeof projectOf>>>

/** The team's screen: what is left to do, until when, and who sits in it. */
export async function OwnTeam({
  found,
  team,
  unconfirmed,
}: {
  found: FoundEvent
  team: Team
  unconfirmed: boolean
}) {
  const t = await getTranslations('teams')
  const s = await getTranslations('submissions')
  const project = await projectOf(await currentActor(), team.entry)
  if (!project) return null
  const self = team.members.find((member) => member.self)
  const name = self?.givenName || t('nameless')
  const published = hasReached(found.facts.phase, 'published')
  return (
    <>
      <div className="grid gap-1">
        <h1 className="display text-3xl [overflow-wrap:anywhere]">{team.name}</h1>
        <p className="text-muted">
          {team.institution && `${team.institution} · `}
          {team.isCaptain ? t('you-captain', { name }) : t('you-member', { name })}
        </p>
      </div>
      <WayBack found={found} />
      {published && (
        <div className="grid gap-4">
          <Notice kind="success" title={s('published')} />
          <ButtonLink className="justify-self-start" href={`/${addressOf(found)}/results` as Route}>
            {s('see-results')}
          </ButtonLink>
        </div>
      )}
      {team.withdrawn && <Notice kind="warn">{s('withdrawn')}</Notice>}
      {!published && <Deadline found={found} project={project} />}
      <Checklist found={found} team={team} project={project} />
      <Roster found={found} team={team} unconfirmed={unconfirmed} />
      <Submit found={found} team={team} project={project} />
    </>
  )
}
