import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { currentActor, isSignedIn } from '@/server/session'
import { ownEvents } from '@/server/teams/queries'
import { TeamPage } from '../../_components/team-page'
import { MailLanguage } from './_components/mail-language'
import { SaidConsents } from './_components/said-consents'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('title') }
}

/** What one agreed to, what is kept of one, and the ways out. */
export default async function PrivacyPage() {
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me/privacy' as Route)
  const t = await getTranslations('privacy')
  const events = await ownEvents(actor)
  return (
    <TeamPage crumbs={[{ label: t('title') }]}>
      <header className="grid gap-3">
        <h1 className="display text-3xl">{t('title')}</h1>
        <p className="text-lg text-muted">{t('lead')}</p>
      </header>
      <Section title={t('consents')}>
        {events.length === 0 && <p className="py-4 text-muted">{t('no-consents')}</p>}
        <div className="hairlines">
          {events.map((found) => (
            <SaidConsents key={found.event.id} found={found} />
          ))}
        </div>
      </Section>
      <Section title={t('language')}>
        <MailLanguage />
      </Section>
      <Section title={t('take')}>
        <div className="grid justify-items-start gap-4 pt-4">
          <p className="text-muted">{t('take-lead')}</p>
          <ButtonLink look="secondary" href={'/me/privacy/data' as Route} prefetch={false} download>
            {t('download')}
          </ButtonLink>
        </div>
      </Section>
      <Section title={t('erase')}>
        <div className="grid justify-items-start gap-4 pt-4">
          <p className="text-muted">{t('erase-lead')}</p>
          <ButtonLink look="danger" href={'/me/privacy/erase' as Route}>
            {t('erase-open')}
          </ButtonLink>
        </div>
      </Section>
    </TeamPage>
  )
}
