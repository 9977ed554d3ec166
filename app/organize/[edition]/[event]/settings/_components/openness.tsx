import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { Lock } from '@/domain/editions/locks'
import { hasReached } from '@/domain/events/phases'
import { OPENNESS } from '@/domain/publishing/openness'
import type { FoundEvent } from '@/server/events/find-event'
import { FieldForm } from '../../_components/field-form'
import { open } from '../actions'
import { LockedValue } from './locked-value'

/** How much of the result the public is going to read. */
export async function Openness({ found: { event, facts }, lock }: { found: FoundEvent; lock?: Lock }) {
  const t = await getTranslations('organize.settings')
  const words = await getTranslations('results')
  const value = words(`openness.${event.openness}`)
  const published = hasReached(facts.phase, 'published')
  return (
    <Section title={t('openness')} caption={value} id="openness">
      <div className="grid gap-4 pt-5">
        {lock ? (
          <LockedValue lock={lock} zone={event.timeZone}>
            {words(`openness-what.${event.openness}`)}
          </LockedValue>
        ) : published ? (
          <p className="text-muted">{t('openness-over')}</p>
        ) : (
          <>
            <p className="text-muted">{t('openness-lead')}</p>
            <FieldForm
              send={open}
              hidden={{ event: event.id }}
              fields={[
                {
                  name: 'openness',
                  label: t('openness-label'),
                  value: event.openness,
                  options: OPENNESS.map((one) => ({ value: one, label: words(`openness.${one}`) })),
                },
              ]}
              submit={t('openness-save')}
              done={t('saved')}
              look="secondary"
              columns=""
            />
          </>
        )}
      </div>
    </Section>
  )
}
