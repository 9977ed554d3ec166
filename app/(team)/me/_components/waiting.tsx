import { getTranslations } from 'next-intl/server'
import { Figure } from '@/components/ui/figure'
import { Notice } from '@/components/ui/notice'
import type { FoundEvent } from '@/server/events/find-event'
import { placeInLine } from '@/server/registration/queries'
import { currentActor } from '@/server/session'
import { FieldsForm } from '../../_components/fields-form'
import { withdrawMyself } from '../../actions'

/** For who waits for a place. */
export async function Waiting({ found: { event } }: { found: FoundEvent }) {
  const t = await getTranslations('registration')
  const line = await placeInLine(await currentActor(), event.id)
  return (
    <>
      <h1 className="display text-3xl [overflow-wrap:anywhere]">{event.name}</h1>
      {line && (
        <Figure value={line.place} beside>
          {t('place-in-line', { waiting: line.waiting })}
        </Figure>
      )}
      <Notice kind="warn" title={t('waitlisted-title')}>
        {t('waitlisted-lead', { event: event.name })}
      </Notice>
      <FieldsForm send={withdrawMyself} given={{ event: event.id }} submit={t('withdraw')} look="secondary" />
    </>
  )
}
