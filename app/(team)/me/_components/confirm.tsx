import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { FoundEvent } from '@/server/events/find-event'
import type { ownRegistration } from '@/server/registration/queries'
import { FieldsForm } from '../../_components/fields-form'
import { consentQuestions, minorQuestion, nameQuestions } from '../../_components/own-questions'
import { confirm } from '../../actions'

type Registration = NonNullable<Awaited<ReturnType<typeof ownRegistration>>>

/** For who was put on a list: is this you, and what do you agree to? */
export async function Confirm({
  found: { event },
  registration,
}: {
  found: FoundEvent
  registration: Registration
}) {
  const t = await getTranslations('registration')
  const { institution } = registration
  return (
    <Section title={t('confirm-title')} id="confirm">
      <div className="grid gap-5 pt-4">
        <p className="text-muted">
          {institution
            ? t('confirm-lead', { institution, event: event.name })
            : t('confirm-lead-plain', { event: event.name })}
        </p>
        <FieldsForm
          send={confirm}
          given={{ event: event.id }}
          questions={[
            ...(await nameQuestions(registration)),
            await minorQuestion({ whole: true }),
            ...(await consentQuestions(registration.consents)),
          ]}
          submit={t('confirm')}
          wide
        />
      </div>
    </Section>
  )
}
