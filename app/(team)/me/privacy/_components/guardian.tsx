import { getTranslations } from 'next-intl/server'
import { ownGuardian } from '@/server/guardians/queries'
import { currentActor } from '@/server/session'
import { FieldsForm } from '../../../_components/fields-form'
import { guardianQuestions } from '../../../_components/own-questions'
import { GuardianAsked } from '../../_components/guardian-asked'
import { askMyGuardian } from '../actions'

/** For who is under age: whom to ask, and what they said. */
export async function Guardian({ event }: { event: string }) {
  const t = await getTranslations('privacy')
  const own = await ownGuardian(await currentActor(), event)
  return (
    <>
      {own?.standing && <GuardianAsked standing={own.standing} name={own.name} />}
      <details>
        <summary className="flex min-h-12 items-center text-muted">{t('guardian')}</summary>
        <div className="grid gap-4 py-3">
          <p className="text-muted">{t('guardian-lead')}</p>
          <FieldsForm
            key={own?.email}
            send={askMyGuardian}
            given={{ event }}
            questions={await guardianQuestions(own)}
            submit={t(own?.name ? 'guardian-ask-again' : 'guardian-ask')}
            look="secondary"
          />
        </div>
      </details>
    </>
  )
}
