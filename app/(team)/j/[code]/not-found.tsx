import { getTranslations } from 'next-intl/server'
import { refuse } from '@/domain/refusal'
import { sentenceOf } from '@/server/refusals'
import { CodeEntry } from '../../_components/code-entry'
import { TeamPage } from '../../_components/team-page'

export default async function UnknownInvitation() {
  const t = await getTranslations('teams')
  return (
    <TeamPage>
      <h1 className="display text-3xl">{t('unknown-title')}</h1>
      <p className="text-lg text-muted">{sentenceOf(refuse('invitation-unknown'))}</p>
      <CodeEntry />
    </TeamPage>
  )
}
