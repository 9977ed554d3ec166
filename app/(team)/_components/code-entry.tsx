import { getTranslations } from 'next-intl/server'
import { findInvitation } from '../actions'
import { FieldsForm } from './fields-form'

/** Where a team's code is typed. */
export async function CodeEntry() {
  const t = await getTranslations('teams')
  return (
    <FieldsForm
      send={findInvitation}
      questions={[
        {
          ...{ kind: 'line', name: 'code', label: t('code'), hint: t('code-hint') },
          ...{ autoComplete: 'off', maxLength: 200 },
        },
      ]}
      submit={t('find-team')}
    />
  )
}
