import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { ButtonLink } from '@/components/ui/button'
import { Caption } from '@/components/ui/caption'

/** Before publication, and where there is no event: in both cases nothing is published here. */
export default async function NothingPublished() {
  const t = await getTranslations('results')
  return (
    <>
      <Masthead />
      <main id="content" className="mx-auto grid w-full max-w-2xl gap-5 px-4 py-12 sm:py-20">
        <Caption>404</Caption>
        <h1 className="display-2">{t('nothing')}</h1>
        <p className="text-lg">{t('nothingHow')}</p>
        <p>
          <ButtonLink look="secondary" href={'/' as Route}>
            {t('home')}
          </ButtonLink>
        </p>
      </main>
    </>
  )
}
