import { getTranslations } from 'next-intl/server'
import { FieldForm } from '../../_components/field-form'
import { decideCloseCall } from '../actions'

/** The places that teams too close to call hold together, best first, a team to be chosen for each, and the reason. */
export async function CloseCallForm({
  event,
  places,
  teams,
}: {
  event: string
  places: readonly { readonly label: string; readonly value: string }[]
  teams: readonly { readonly value: string; readonly label: string }[]
}) {
  const t = await getTranslations('ranking')
  return (
    <FieldForm
      send={decideCloseCall}
      hidden={{ event }}
      fields={[
        ...places.map((place, at) => ({ ...place, name: `place-${at + 1}`, options: teams })),
        { name: 'reason', label: t('reason'), hint: t('reason-hint'), wide: true },
      ]}
      submit={t('record-decision')}
      look="secondary"
    />
  )
}
