import { getTranslations } from 'next-intl/server'
import { ownRegistration } from '@/server/registration/queries'
import { currentActor } from '@/server/session'
import { FieldsForm } from '../../_components/fields-form'
import { consentQuestions } from '../../_components/own-questions'
import { answerConsents } from '../../actions'

/** What one agreed to, and the place to change it. */
export async function AskedConsents({ event }: { event: string }) {
  const t = await getTranslations('registration')
  const registration = await ownRegistration(await currentActor(), event)
  if (!registration?.confirmedAt) return null
  return (
    <details className="border-t">
      <summary className="flex min-h-12 items-center font-semibold">{t('consents')}</summary>
      <div className="grid gap-3 pb-4">
        <p className="text-muted text-sm">{t('consents-lead')}</p>
        <FieldsForm
          key={JSON.stringify(registration.consents)}
          send={answerConsents}
          given={{ event }}
          questions={await consentQuestions(registration.consents)}
          submit={t('save-consents')}
          look="secondary"
        />
      </div>
    </details>
  )
}
