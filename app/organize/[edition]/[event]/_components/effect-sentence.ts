import { getTranslations } from 'next-intl/server'
import type { Effect } from '@/domain/ranking/effect-of'

/** Says what a choice does to the ranks: “would swap 2 and 3”. */
export async function effectSentence(): Promise<(effect: Effect) => string> {
  const t = await getTranslations('ranking')
  return ({ key, ...figures }) => t(`effect.${key}`, figures)
}
