import { useLocale, useTranslations } from 'next-intl'
import { wallMoment } from '@/domain/schedule/wall-moment'
import { dayIn } from './clock'

/** What an hour needs to be one: which of the two where clocks go back, which day a midnight ends. Mostly nothing. */
export function Unmistakable({ instant, zone }: { instant: Date; zone: string }) {
  const locale = useLocale()
  const t = useTranslations('schedule')
  const { endsDay, shownTwice, offset } = wallMoment(zone, instant)
  if (shownTwice) return ` (${offset}, ${t(shownTwice)})`
  return endsDay ? ` (${t('ends-day', { day: dayIn(new Date(instant.getTime() - 1), zone, locale) })})` : null
}
