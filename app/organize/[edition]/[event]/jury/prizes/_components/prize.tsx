import { getTranslations } from 'next-intl/server'
import type { AwardWithJury } from '@/server/judging/award-juries'
import type { JuryRecord } from '@/server/judging/jury-record'
import { summarize } from '@/server/judging/progress'
import { FieldForm } from '../../../_components/field-form'
import { RubricShares } from '../../../_components/rubric-shares'
import { absent } from '../../../desk/actions'

/** A special prize with its criteria, its jury, and which ballots are still to come. */
export async function Prize({
  award: { name, partner },
  record,
  event,
  mayMiss,
}: {
  award: AwardWithJury
  record: JuryRecord
  event: string
  mayMiss: boolean
}) {
  const t = await getTranslations('organize.prizes')
  const { jurors, ballots } = summarize(record)
  return (
    <section className="border-b py-5">
      <h2 className="font-semibold text-xl [overflow-wrap:anywhere]">{name}</h2>
      <p className="caption mt-1 text-muted">
        {[partner, t('progress', ballots)].filter(Boolean).join(' · ')}
      </p>
      <div className="mt-3">
        <RubricShares criteria={record.criteria} />
      </div>
      {jurors.length === 0 && <p className="mt-3 text-muted text-sm">{t('nobody-seated')}</p>}
      <ul className="mt-3 border-t empty:hidden">
        {jurors.map(({ id, office, sent, expected }) => (
          <li key={id} className="border-b py-2 text-sm last:border-b-0">
            <p className="flex justify-between gap-4 font-semibold">
              <span className="[overflow-wrap:anywhere]">{office}</span>
              <span className="figures font-normal text-muted">{t('sent', { sent, expected })}</span>
            </p>
            {mayMiss && sent < expected && (
              <details>
                <summary className="inline-flex min-h-12 items-center font-semibold text-primary">
                  {t('miss')}
                </summary>
                <div className="pb-3">
                  <FieldForm
                    send={absent}
                    hidden={{ event, juror: id }}
                    fields={[{ name: 'reason', label: t('reason'), hint: t('reason-hint'), wide: true }]}
                    submit={t('miss-do')}
                    look="secondary"
                  />
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
