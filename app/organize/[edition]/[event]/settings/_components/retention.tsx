import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { planRetention } from '@/server/retention/plan-retention'
import { currentActor } from '@/server/session'
import { FieldForm } from '../../_components/field-form'
import { keep } from '../actions'

/** How long the event keeps who took part, and what goes then. */
export async function Retention({ event, zone }: { event: string; zone: string }) {
  const plan = await planRetention(await currentActor(), event)
  if (isRefusal(plan)) return null
  const t = await getTranslations('privacy')
  const locale = await getLocale()
  const { months, until, due, whole, partly } = plan
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ timeZone: zone, dateStyle: 'long' },
  })
  return (
    <Section
      title={t('retention')}
      caption={until && `${t('retention-until')} ${day.format(until)}`}
      id="retention"
    >
      <div className="grid gap-5 pt-5">
        <p className="text-muted">{t('retention-lead')}</p>
        <FieldForm
          send={keep}
          hidden={{ event }}
          fields={[
            {
              ...{ name: 'months', label: t('retention-months'), hint: t('retention-hint'), kind: 'number' },
              value: String(months ?? ''),
            },
          ]}
          submit={t('retention-save')}
          done={t('retention-saved')}
          look="secondary"
          columns=""
        />
        <div>
          {(due || until === null) && (
            <p className="pb-2 text-muted text-sm">{t(due ? 'retention-over' : 'retention-none')}</p>
          )}
          <ul className="hairlines border-t">
            <li className="py-2.5">{t('retention-whole', { count: whole.length })}</li>
            {partly.length > 0 && (
              <li className="py-2.5">{t('retention-partly', { count: partly.length })}</li>
            )}
          </ul>
        </div>
      </div>
    </Section>
  )
}
