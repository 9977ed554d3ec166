import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { FoundEvent } from '@/server/events/find-event'
import { FieldsForm } from '../../_components/fields-form'
import { withdrawMyself } from '../../actions'

/** For who waits for a place. */
export async function Waiting({ found: { event } }: { found: FoundEvent }) {
  const t = await getTranslations('registration')
  return (
    <>
      <h1 className="display text-3xl">{event.name}</h1>
      <Notice kind="warn" title={t('waitlisted-title')}>
        {t('waitlisted-lead', { event: event.name })}
      </Notice>
      <FieldsForm send={withdrawMyself} given={{ event: event.id }} submit={t('withdraw')} look="secondary" />
    </>
  )
}
