import { getTranslations } from 'next-intl/server'

const NOW_MINUTES = 1
const LONG_MINUTES = 10

/** When a juror's device was last heard of: now, some minutes ago, long ago. */
export async function LastSeen({ seen, at }: { seen: string | null; at: Date }) {
  const t = await getTranslations('desk')
  if (seen === null) return <span className="figures text-muted text-sm">{t('never-seen')}</span>
  const minutes = Math.max(0, Math.floor((at.getTime() - new Date(seen).getTime()) / 60_000))
  const look = minutes <= NOW_MINUTES ? 'now' : minutes < LONG_MINUTES ? 'some' : 'long'
  const dot = {
    now: 'bg-success',
    some: 'border-2 border-control',
    long: 'border-2 border-warn',
  }[look]
  return (
    <span
      className={`figures flex items-center gap-2 whitespace-nowrap text-sm ${look === 'long' ? 'font-semibold text-warn' : 'text-muted'}`}
    >
      <span className={`size-2 rounded-full ${dot}`} />
      {look === 'now' ? t('seen-now') : t('seen-ago', { minutes, hours: Math.floor(minutes / 60) })}
    </span>
  )
}
