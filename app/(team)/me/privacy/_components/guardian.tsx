import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { ownGuardian } from '@/server/guardians/queries'
import { currentActor } from '@/server/session'
import { FieldsForm } from '../../../_components/fields-form'
import { askMyGuardian } from '../actions'

const STATES = { true: 'guardian-yes', false: 'guardian-no', null: 'guardian-waits' } as const

/** For who is under age: whom to ask, and what they said. */
export async function Guardian({ event }: { event: string }) {
  const t = await getTranslations('privacy')
  const guardian = await ownGuardian(await currentActor(), event)
  return (
    <>
      {guardian && (
        <Notice kind={guardian.given ? 'success' : 'warn'}>
          {t(STATES[`${guardian.given}`], { name: guardian.name })}
        </Notice>
      )}
      <details>
        <summary className="flex min-h-12 items-center text-muted">{t('guardian')}</summary>
        <div className="grid gap-4 py-3">
          <p className="text-muted">{t('guardian-lead')}</p>
          <FieldsForm
            key={guardian?.email}
            send={askMyGuardian}
            given={{ event }}
            questions={[
              {
                ...{ kind: 'line', type: 'date', name: 'bornOn', label: t('born-on') },
                ...{ value: guardian?.bornOn ?? '', autoComplete: 'bday' },
              },
              {
                kind: 'line',
                name: 'name',
                label: t('guardian-name'),
                value: guardian?.name,
                maxLength: 200,
              },
              {
                kind: 'line',
                type: 'email',
                name: 'email',
                label: t('guardian-email'),
                value: guardian?.email,
              },
            ]}
            submit={t(guardian ? 'guardian-ask-again' : 'guardian-ask')}
            look="secondary"
          />
        </div>
      </details>
    </>
  )
}
