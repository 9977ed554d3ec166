import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { guardianByToken } from '@/server/guardians/queries'
import { NarrowPage } from '../../sign-in/_components/narrow-page'
import { ButtonForm } from '../../sign-in/_components/sign-in-forms'
import { answer } from '../actions'

export const metadata: Metadata = { robots: 'noindex' }

/** Looking at a guardian's link says nothing; its two buttons do. */
export default async function GuardianPage({ params }: PageProps<'/guardian/[token]'>) {
  const { token } = await params
  const asked = await guardianByToken(token)
  if (!asked) notFound()
  const t = await getTranslations('privacy')
  const { event, city, given } = asked
  const student = `${asked.givenName} ${asked.familyName}`.trim()
  return (
    <NarrowPage title={t('guardian-title', { student })} lead={t('guardian-about', { student, event, city })}>
      {given !== null && (
        <Notice kind={given ? 'success' : 'warn'}>
          {t(given ? 'guardian-said-yes' : 'guardian-said-no')}
        </Notice>
      )}
      {given !== true && (
        <ButtonForm
          send={answer}
          values={{ token, given: 'yes' }}
          submit={t('guardian-say-yes', { student })}
        />
      )}
      {given !== false && (
        <ButtonForm
          send={answer}
          values={{ token, given: 'no' }}
          submit={t('guardian-say-no')}
          look="secondary"
        />
      )}
    </NarrowPage>
  )
}
