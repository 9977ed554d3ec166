import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { sentenceOf } from '@/server/refusals'
import { currentActor } from '@/server/session'
import { CodeEntry } from '../../_components/code-entry'
import { FieldsForm } from '../../_components/fields-form'
import { withdrawMyself } from '../../actions'
import { addressOf } from '../chosen-event'

/** For who is registered and sits nowhere: join with a code, or make a team. */
export async function FindTeam({ found }: { found: FoundEvent }) {
  const t = await getTranslations('teams')
  const r = await getTranslations('registration')
  const actor = await currentActor()
  const { event, facts } = found
  const noJoin = can(actor, 'join-team', { event: facts }, now())
  const noTeam = can(actor, 'create-team', { event: facts }, now())
  return (
    <>
      <div className="grid gap-3">
        <h1 className="display text-3xl">{t('no-team-title')}</h1>
        <p className="text-lg text-muted">{t('no-team-lead', { min: event.teamMin, max: event.teamMax })}</p>
      </div>
      {noJoin ? <Notice kind="warn">{sentenceOf(noJoin)}</Notice> : <CodeEntry />}
      <div className="grid gap-3">
        {!noJoin && (
          <>
            <ButtonLink look="secondary" href={`/me/teams?event=${addressOf(found)}` as Route}>
              {t('looking.see-teams')}
            </ButtonLink>
            <ButtonLink look="secondary" href={`/me/board?event=${addressOf(found)}` as Route}>
              {t('looking.see-board')}
            </ButtonLink>
          </>
        )}
        {!noTeam && (
          <ButtonLink look="secondary" href={`/me/teams/new?event=${addressOf(found)}` as Route}>
            {t('create')}
          </ButtonLink>
        )}
      </div>
      {!noJoin && (
        <FieldsForm send={withdrawMyself} given={{ event: event.id }} submit={r('withdraw')} look="quiet" />
      )}
    </>
  )
}
