import { getTranslations } from 'next-intl/server'
import type { ShownCriterion } from '@/app/jury/[edition]/[event]/_components/sheet-data'
import { RubricShares } from '../../_components/rubric-shares'

/** The rubric where nobody changes it any more: what each criterion is, and what its values mean. */
export async function StandingRubric({ rubric }: { rubric: readonly ShownCriterion[] }) {
  const t = await getTranslations('rubric')
  return (
    <RubricShares
      criteria={rubric}
      about={({ kind, scale, levels }) => (
        <>
          <p className="caption text-muted">{kind === 'gate' ? t('gate') : t('scale', { ...scale })}</p>
          {levels.length > 0 && (
            <dl className="mt-2 grid gap-1 text-sm">
              {levels.map(({ value, sentence }) => (
                <div key={value} className="grid grid-cols-[3rem_minmax(0,1fr)]">
                  <dt className="figures text-muted">{value}</dt>
                  <dd className="[overflow-wrap:anywhere]">{sentence}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    />
  )
}
