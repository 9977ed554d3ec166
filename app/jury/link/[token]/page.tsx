import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForgetPages } from '@/components/offline/forget-pages'
import { Notice } from '@/components/ui/notice'
import { isRefusal } from '@/domain/refusal'
import { claimedElsewhere } from '@/server/juror-links/claimed-elsewhere'
import { knownDevice } from '@/server/juror-links/device'
import { type SeenLink, seeJurorLink } from '@/server/juror-links/queries'
import { ownName } from '@/server/people/queries'
import { sentenceOf } from '@/server/refusals'
import { currentActor } from '@/server/session'
import { LinkPage } from './_components/link-page'
import { StartForm } from './_components/start-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('jurorLinks')
  return { title: t('title'), robots: { index: false } }
}

/** Whose link it is, and Start. Looking uses nothing up; pressing the button ties it to this device. */
export default async function JurorLinkPage({ params }: PageProps<'/jury/link/[token]'>) {
  const { token } = await params
  const seen = await seeJurorLink(token, await knownDevice())
  const t = await getTranslations('jurorLinks')
  if (isRefusal(seen)) {
    // Said by the page itself: the framework's not-found page needs scripts.
    return (
      <LinkPage>
        <h1 className="display-2">{t(seen.code === 'gone-juror-link' ? 'gone' : 'wait')}</h1>
        <p className="text-lg">{sentenceOf(seen)}</p>
      </LinkPage>
    )
  }
  const { office, event, claim } = seen
  return (
    <LinkPage>
      {!claim?.own && <ForgetPages />}
      <div className="[overflow-wrap:anywhere]">
        <h1>
          <span className="block text-lg text-muted">{t('you-are')} </span>
          <span className="display-2 mt-2 block">{office}</span>{' '}
          <span className="mt-4 block font-semibold text-xl">{t('jury-of', { city: event.city })}</span>
        </h1>
        <p className="mt-1 text-muted">{event.name}</p>
      </div>
      {claim && !claim.own ? (
        <Notice kind="warn" title={t('elsewhere')}>
          {sentenceOf(claimedElsewhere(claim, event.timeZone))}
        </Notice>
      ) : (
        <Start token={token} claim={claim} />
      )}
    </LinkPage>
  )
}

async function Start({ token, claim }: { token: string; claim: SeenLink['claim'] }) {
  const t = await getTranslations('jurorLinks')
  if (claim) return <StartForm token={token} submit={t('go-on')} lead={t('own-lead')} />
  const actor = await currentActor()
  const name = await ownName(actor)
  const leads = [
    t('start-lead'),
    name && t('signed-in', { name: `${name.givenName} ${name.familyName}`.trim() }),
  ]
  return <StartForm token={token} submit={t('start')} lead={leads.filter(Boolean).join(' ')} />
}
