import { getTranslations } from 'next-intl/server'
import { dayIn } from '@/components/schedule/clock'
import { HereTime } from '@/components/schedule/here-time'
import { wallMoment } from '@/domain/schedule/wall-moment'

/** An instant nobody takes for another: its day, hour and offset, which day a midnight ends, and the reader's own hour. */
export async function ExactTime({ instant, zone }: { instant: Date; zone: string }) {
  const t = await getTranslations('schedule')
  const look = await getTranslations('look')
  const { clock, offset, endsDay, shownTwice } = wallMoment(zone, instant)
  const more = [
    endsDay && t('ends-day', { day: dayIn(new Date(instant.getTime() - 1), zone) }),
    shownTwice && t(shownTwice),
  ].filter(Boolean)
  return (
    <span className="grid">
      <time dateTime={instant.toISOString()} className="figures">
        {dayIn(instant, zone)}, <strong>{clock}</strong> <span className="text-muted">{offset}</span>
      </time>
      {more.length > 0 && <span className="text-muted text-sm">{more.join(', ')}</span>}
      <span className="text-sm">
        <HereTime instant={instant.getTime()} zone={zone} words={look.raw('here')} />
      </span>
    </span>
  )
}
