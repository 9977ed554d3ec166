import { getTranslations } from 'next-intl/server'
import type { LockableRule } from '@/domain/editions/locks'
import type { RuleValues } from '@/server/editions/rule-values'

/** What the events have under a rule, and how many have it: what a lock keeps as it is. */
export async function Standing({ rule, values }: { rule: LockableRule; values: RuleValues }) {
  const t = await getTranslations('locks')
  const results = await getTranslations('results')
  const lines = {
    'team-size': () =>
      values['team-size'].map(
        ({ min, max, events }) => [t('value.team-size', { min, max }), events] as const,
      ),
    rubric: () =>
      values.rubric.map(({ criteria, events }) => [t('value.rubric', { criteria }), events] as const),
    openness: () =>
      values.openness.map(({ openness, events }) => [results(`openness.${openness}`), events] as const),
    promotion: () =>
      values.promotion.map(
        ({ slots, cap, events }) => [t('value.promotion', { slots, cap: cap ?? 0 }), events] as const,
      ),
  }[rule]()
  if (lines.length === 0) return null
  return (
    <dl className="mt-2 text-sm" aria-label={t('now')}>
      {lines.map(([value, events]) => (
        <div key={value} className="flex justify-between gap-4 border-t py-2">
          <dt>{value}</dt>
          <dd className="figures whitespace-nowrap text-muted">{t('in-events', { events })}</dd>
        </div>
      ))}
    </dl>
  )
}
