import { getTranslations } from 'next-intl/server'
import type { JuryRecord } from '@/server/judging/jury-record'
import type { FormField } from '../_components/field-form'

/** What a correction says to everybody; which ballot it sets aside, if one, and why. */
export async function correctionFields({ sheets, jurors, entries }: JuryRecord): Promise<FormField[]> {
  const t = await getTranslations('results')
  const office = new Map(jurors.map((juror) => [juror.id, juror.office]))
  const team = new Map(entries.map((entry) => [entry.id, entry.team.name]))
  const counted = sheets.filter(
    ({ ballot, status, setAside, conflict }) =>
      ballot !== null && status === 'submitted' && setAside === null && !conflict,
  )
  return [
    { name: 'note', label: t('note'), hint: t('note-hint'), kind: 'area' },
    {
      name: 'ballot',
      label: t('set-aside'),
      options: [
        { value: '', label: t('no-ballot') },
        ...counted.map(({ ballot, juror, entry }) => ({
          value: ballot ?? '',
          label: `${team.get(entry)} · ${office.get(juror)}`,
        })),
      ],
    },
    { name: 'reason', label: t('set-aside-reason') },
  ]
}
