import { getTranslations } from 'next-intl/server'
import type { PaperBallot, PaperDesk } from '@/server/judging/paper-ballots'
import { FieldForm, type FormField } from '../../../_components/field-form'
import { read } from '../actions'

/** The open cells of one ballot, to be typed from the sheet without a look at what was typed before. */
export async function ReadingForm({
  event,
  office,
  juror,
  ballot: { entry, team, reading, open },
  criteria,
}: {
  event: string
  office: string
  juror: string
  ballot: PaperBallot
  criteria: PaperDesk['criteria']
}) {
  const t = await getTranslations('paper')
  if (reading === null) return null
  const fields = criteria
    .filter(({ id }) => open.includes(id))
    .map(({ id, kind, name, scale }): FormField => {
      if (kind === 'weighted') return { name: id, label: name, hint: t('scale', scale) }
      const options = [
        { value: '', label: t('gate-unread') },
        { value: String(scale.max), label: t('gate-pass') },
        { value: String(scale.min), label: t('gate-fail') },
      ]
      return { name: id, label: name, options }
    })
  return (
    <section id="reading" className="border-t pt-5">
      <p className="caption text-muted">{t('reading', { number: reading })}</p>
      <h2 className="mt-1 font-semibold text-xl [overflow-wrap:anywhere]">{team}</h2>
      <p className="mb-5 text-muted text-sm">{office}</p>
      <p className="mb-5 text-sm">{t(reading === 1 ? 'first' : reading === 2 ? 'second' : 'again')}</p>
      <FieldForm
        send={read}
        hidden={{ event, juror, entry, reading: String(reading) }}
        fields={fields}
        submit={t('keep')}
        columns=""
        enter="moves-on"
      />
    </section>
  )
}
