import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CodeEntry } from '../_components/code-entry'
import { TeamPage } from '../_components/team-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('code-title') }
}

export default async function JoinPage() {
  const t = await getTranslations('teams')
  return (
    <TeamPage>
      <h1 className="display text-3xl">{t('code-title')}</h1>
      <p className="text-lg text-muted">{t('code-lead')}</p>
      <CodeEntry />
    </TeamPage>
  )
}
