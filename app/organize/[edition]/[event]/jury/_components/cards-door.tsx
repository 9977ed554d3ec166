import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

/** The way to what is printed for a jury: the cards with everybody's personal link, and blank sheets. */
export async function CardsDoor({ base }: { base: string }) {
  const t = await getTranslations('jurorLinks')
  return (
    <p className="mt-6 flex flex-wrap gap-3">
      <ButtonLink look="secondary" href={`${base}/jury/cards` as Route}>
        {t('cards')}
      </ButtonLink>
      <ButtonLink look="quiet" href={`${base}/jury/sheets` as Route}>
        {(await getTranslations('paper'))('sheets')}
      </ButtonLink>
    </p>
  )
}
