import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { linkByToken } from '@/server/sign-in/queries'
import { NarrowPage } from '../../_components/narrow-page'
import { ButtonForm } from '../../_components/sign-in-forms'
import { enterLink } from '../../actions'

export const metadata: Metadata = { robots: 'noindex' }

/** Looking at a link uses nothing up; pressing its button does. */
export default async function LinkPage({ params }: PageProps<'/sign-in/link/[token]'>) {
  const t = await getTranslations('account')
  const { token } = await params
  const link = await linkByToken(token)
  if (!link) notFound()
  return (
    <NarrowPage title={t('sign-in')} lead={t('link-lead', { email: link.email })}>
      <ButtonForm send={enterLink} values={{ token }} submit={t('enter')} />
    </NarrowPage>
  )
}
