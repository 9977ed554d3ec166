import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { ButtonLink } from '@/components/ui/button'

export const metadata = { title: '404' }

/** What is not there and what is not yours look the same. */
export default async function NotFound() {
  const t = await getTranslations('errors')
  return (
    <>
      <Masthead />
      <main id="content" className="mx-auto grid w-full max-w-2xl gap-6 px-4 py-12 sm:py-20">
        <p className="caption text-muted">404</p>
        <h1 className="display text-3xl">{t('missing-title')}</h1>
        <p className="text-lg">{t('missing-text')}</p>
        <p className="flex flex-wrap gap-x-8">
          <ButtonLink look="quiet" className="-ml-5" href={'/' as Route}>
            {t('home')}
          </ButtonLink>
          <ButtonLink look="quiet" className="-ml-5" href="/sign-in">
            {t('sign-in')}
          </ButtonLink>
        </p>
      </main>
    </>
  )
}
