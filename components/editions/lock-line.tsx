import { useLocale, useTranslations } from 'next-intl'
import { longDayIn } from '@/components/schedule/clock'
import { Lock as LockSign } from '@/components/ui/icons'
import type { Lock } from '@/domain/editions/locks'

/** Why a value cannot be changed here: the edition's lock with its reason and version, dated in the event's zone. */
export function LockLine({ lock: { version, reason, since }, zone }: { lock: Lock; zone: string }) {
  const t = useTranslations('locks')
  const day = longDayIn(since, zone, useLocale())
  return (
    <p className="flex gap-2 text-muted text-sm">
      <LockSign className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <span className="min-w-0 [overflow-wrap:anywhere]">{t('line', { day, reason, version })}</span>
    </p>
  )
}
