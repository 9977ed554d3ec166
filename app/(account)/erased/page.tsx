import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { NarrowPage } from '../sign-in/_components/narrow-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('erased-title') }
}

/** After an account was erased: nobody is signed in any more. */
export default async function ErasedPage() {
  const t = await getTranslations('privacy')
  return (
    <NarrowPage title={t('erased-title')} lead={t('erased-lead')}>
      <ButtonLink look="secondary" href="/" className="justify-self-start">
        {t('home')}
      </ButtonLink>
    </NarrowPage>
  )
}
