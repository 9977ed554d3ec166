import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '@/components/ui/field'
import type { JuryRecord } from '@/server/judging/jury-record'

/** Which ballot a correction sets aside, if one, and why. */
export async function CorrectionFields({ record: { sheets, jurors, entries } }: { record: JuryRecord }) {
  const t = await getTranslations('results')
  const office = new Map(jurors.map((juror) => [juror.id, juror.office]))
  const team = new Map(entries.map((entry) => [entry.id, entry.team.name]))
  const counted = sheets.filter(
    ({ ballot, status, setAside, conflict }) =>
      ballot !== null && status === 'submitted' && setAside === null && !conflict,
  )
  return (
    <>
      <SelectField name="ballot" label={t('set-aside')}>
        <option value="">{t('no-ballot')}</option>
        {counted.map(({ ballot, juror, entry }) => (
          <option key={ballot} value={ballot ?? ''}>
            {`${team.get(entry)} · ${office.get(juror)}`}
          </option>
        ))}
      </SelectField>
      <TextField name="reason" label={t('set-aside-reason')} maxLength={1000} />
    </>
  )
}
