import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

/** The way to the cards with everybody's personal link. */
export async function CardsDoor({ base }: { base: string }) {
  const t = await getTranslations('jurorLinks')
  return (
    <p className="mt-6">
      <ButtonLink look="secondary" href={`${base}/jury/cards` as Route}>
        {t('cards')}
      </ButtonLink>
    </p>
  )
}
