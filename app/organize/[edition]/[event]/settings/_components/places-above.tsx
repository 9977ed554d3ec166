import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { Lock } from '@/domain/editions/locks'
import type { FoundEvent } from '@/server/events/find-event'
import { hasNominated } from '@/server/promotion/has-nominated'
import { FieldForm } from '../../_components/field-form'
import { promote } from '../actions'
import { LockedValue } from './locked-value'

/** How many go on to the event above, and how many of them from one institution; nothing where none is above. */
export async function PlacesAbove({ found: { event }, lock }: { found: FoundEvent; lock?: Lock }) {
  if (event.parentId === null) return null
  const t = await getTranslations('organize.settings')
  const value = t('places-value', { slots: event.promotionSlots, cap: event.promotionCapPerRoot ?? 0 })
  const begun = await hasNominated(event.id)
  return (
    <Section title={t('places')} id="places">
      <div className="grid gap-4 pt-5">
        {lock ? (
          <LockedValue lock={lock} zone={event.timeZone}>
            {value}
          </LockedValue>
        ) : begun ? (
          <>
            <p>{value}</p>
            <p className="text-muted">{t('places-over')}</p>
          </>
        ) : (
          <>
            <p className="text-muted">{t('places-lead')}</p>
            <FieldForm
              send={promote}
              hidden={{ event: event.id }}
              fields={[
                {
                  ...{ name: 'slots', label: t('slots'), kind: 'number' },
                  value: String(event.promotionSlots),
                },
                {
                  ...{ name: 'capPerRoot', label: t('cap'), hint: t('cap-hint'), kind: 'number' },
                  value: String(event.promotionCapPerRoot ?? ''),
                },
              ]}
              submit={t('places-save')}
              done={t('saved')}
              look="secondary"
            />
          </>
        )}
      </div>
    </Section>
  )
}
