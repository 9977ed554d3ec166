import { getTranslations } from 'next-intl/server'
import { timely } from '@/domain/events/timetable'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import type { FormField } from '../_components/field-form'

/** Once registration has closed, a change to who takes part is made with its reason. */
export async function reasonField({ facts }: FoundEvent): Promise<FormField[]> {
  if (timely('registration-open', facts, now()) === null) return []
  const t = await getTranslations('organize.people')
  return [{ name: 'reason', label: t('reason'), hint: t('reason-hint'), wide: true }]
}
