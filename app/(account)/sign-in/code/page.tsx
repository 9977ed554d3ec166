import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { showsMailbox } from '@/server/mailbox'
import { pendingSignIn } from '@/server/sign-in/pending'
import { CODE_MINUTES } from '@/server/sign-in/send-code'
import { NarrowPage } from '../_components/narrow-page'
import { ButtonForm, CodeForm } from '../_components/sign-in-forms'
import { enterCode, resendCode } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('code-title') }
}

export default async function CodePage() {
  const t = await getTranslations('account')
  const pending = await pendingSignIn()
  if (!pending) redirect('/sign-in')
  const { email } = pending
  return (
    <NarrowPage title={t('code-title')} lead={t('code-lead', { email, minutes: CODE_MINUTES })}>
      <CodeForm send={enterCode} email={email} label={t('code')} submit={t('enter')} />
      <div className="-mx-5 grid justify-items-start sm:flex sm:flex-wrap">
        <ButtonForm
          send={resendCode}
          values={{ email }}
          submit={t('send-again')}
          done={t('sent-again')}
          look="quiet"
        />
        <ButtonLink look="quiet" href="/sign-in">
          {t('other-address')}
        </ButtonLink>
        {showsMailbox() && (
          <ButtonLink look="quiet" href="/mailbox">
            {t('see-mailbox')}
          </ButtonLink>
        )}
      </div>
    </NarrowPage>
  )
}
