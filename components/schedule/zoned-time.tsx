import { useLocale, useTranslations } from 'next-intl'
import { clockIn, dayIn } from './clock'
import { HereTime } from './here-time'
import { Unmistakable } from './unmistakable'

/** An instant where it happens, “Sat 26 May, 11:00 Baku”, and on the reader's clock when that differs. */
export function ZonedTime({
  instant,
  zone,
  city,
  here = true,
  className = '',
}: {
  instant: Date
  zone: string
  city: string
  here?: boolean
  className?: string
}) {
  const locale = useLocale()
  const t = useTranslations('look')
  return (
    <span className={`inline-flex flex-wrap gap-x-4 ${className}`}>
      <time dateTime={instant.toISOString()}>
        <span className="font-semibold">
          {dayIn(instant, zone, locale)}, {clockIn(instant, zone, locale)}
        </span>{' '}
        {city}
        <Unmistakable instant={instant} zone={zone} />
      </time>
      {here && <HereTime instant={instant.getTime()} zone={zone} words={t.raw('here')} />}
    </span>
  )
}
