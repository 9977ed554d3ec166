import type { Metadata, Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForgetPages } from '@/components/offline/forget-pages'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { returnPath } from '@/domain/access/return-path'
import { knownDevice } from '@/server/juror-links/device'
import { ownName } from '@/server/people/queries'
import { currentActor, isSignedIn } from '@/server/session'
import { pendingSignIn } from '@/server/sign-in/pending'
import { NarrowPage } from './_components/narrow-page'
import { EmailForm } from './_components/sign-in-forms'
import { leave, requestCode } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('sign-in') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const t = await getTranslations('account')
  const { next, callbackUrl, error } = await searchParams
  const wanted = returnPath(next ?? callbackUrl)
  const actor = await currentActor()
  if (isSignedIn(actor)) return <SignedIn name={await nameOf(actor)} next={wanted} />
  const pending = await pendingSignIn()
  return (
    <NarrowPage title={t('sign-in')} lead={t('sign-in-lead')}>
      <ForgetPages />
      {(await knownDevice()) && <Notice>{(await getTranslations('jurorLinks'))('come-back')}</Notice>}
      {error !== undefined && <Notice kind="warn">{t('not-signed-in')}</Notice>}
      <EmailForm
        send={requestCode}
        next={wanted}
        typed={pending?.email}
        label={t('email')}
        submit={t('send-code')}
      />
    </NarrowPage>
  )
}

const nameOf = async (actor: Awaited<ReturnType<typeof currentActor>>) => {
  const name = await ownName(actor)
  return name ? `${name.givenName} ${name.familyName}`.trim() : ''
}

async function SignedIn({ name, next }: { name: string; next: string }) {
  const t = await getTranslations('account')
  return (
    <NarrowPage
      title={t('signed-in-title')}
      lead={name ? t('signed-in-as', { name }) : t('signed-in-nameless')}
    >
      <p>
        <ButtonLink look="quiet" className="-ml-5" href={next as Route}>
          {t('go-on')}
        </ButtonLink>
      </p>
      <form action={leave}>
        <Button look="secondary">{t('sign-out')}</Button>
      </form>
    </NarrowPage>
  )
}
