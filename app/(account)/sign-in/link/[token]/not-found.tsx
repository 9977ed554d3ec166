import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { NarrowPage } from '../../_components/narrow-page'

/** A link that was used, ran out or never was. */
export default async function LinkGone() {
  const t = await getTranslations('account')
  return (
    <NarrowPage title={t('link-gone')} lead={(await getTranslations('refusals'))('gone-link')}>
      <ButtonLink look="quiet" className="-ml-5 justify-self-start" href="/sign-in">
        {t('new-mail')}
      </ButtonLink>
    </NarrowPage>
  )
}
