import { getTranslations } from 'next-intl/server'
import type { DecisionKind } from '@/domain/judging/states'
import type { Question } from '@/server/ranking/open-questions'
import { FieldForm } from '../../_components/field-form'
import { decide } from '../actions'

/** One decision with its reason: in which order, or whether a team passes. */
export async function DecisionForm({
  event,
  entries,
  about,
  name,
}: Question & { event: string; name: (id: string) => string }) {
  const t = await getTranslations('ranking')
  const kinds: DecisionKind[] = about === 'gate' ? ['gate-fail', 'gate-pass'] : ['order', 'share-rank']
  const first = {
    name: 'first',
    label: t('goes-first'),
    options: entries.map((entry) => ({ value: entry, label: name(entry) })),
  }
  return (
    <div className="mt-3 max-w-2xl">
      <FieldForm
        send={decide}
        hidden={{ event, entries: entries.join(' ') }}
        fields={[
          {
            name: 'kind',
            label: t('decision'),
            options: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          },
          ...(about === 'gate' ? [] : [first]),
          { name: 'reason', label: t('reason'), hint: t('reason-hint'), wide: true },
        ]}
        submit={t('record-decision')}
        look="secondary"
      />
    </div>
  )
}
