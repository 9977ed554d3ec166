import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '@/components/ui/field'
import type { DecisionKind } from '@/domain/judging/states'
import { DeskForm } from '../../_components/desk-form'
import { decide } from '../actions'
import type { Question } from './questions-of'

/** One decision with its reason: in which order, or whether a team passes. */
export async function DecisionForm({
  event,
  entries,
  gate,
  name,
}: Question & { event: string; name: (id: string) => string }) {
  const t = await getTranslations('ranking')
  const kinds: DecisionKind[] = gate ? ['gate-fail', 'gate-pass'] : ['order', 'share-rank']
  const key = entries[0] ?? ''
  return (
    <DeskForm
      action={decide}
      hidden={{ event, entries: entries.join(' ') }}
      submit={t('record-decision')}
      look="secondary"
      className="mt-3 grid max-w-2xl gap-3"
    >
      <SelectField id={`kind-${key}`} name="kind" label={t('decision')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      {!gate && (
        <SelectField id={`first-${key}`} name="first" label={t('goes-first')}>
          {entries.map((entry) => (
            <option key={entry} value={entry}>
              {name(entry)}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        id={`reason-${key}`}
        name="reason"
        label={t('reason')}
        hint={t('reason-hint')}
        maxLength={1000}
        required
      />
    </DeskForm>
  )
}
