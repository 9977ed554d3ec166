import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { ADVISED_BALLOTS } from '@/domain/judging/feasibility'
import type { PanelState } from '@/server/judging/shortfalls'
import { FieldForm } from '../../_components/field-form'
import { assign } from '../actions'

/** How the panel stands, and the form that assigns it anew: everybody, or so many ballots a team. */
export async function Panel({ event, panel }: { event: string; panel: PanelState }) {
  const t = await getTranslations('organize.jury')
  const { plan, ballots, loads, shortfalls } = panel
  const advised = Math.max(1, Math.min(ADVISED_BALLOTS, panel.jurors))
  return (
    <div className="grid content-start gap-4">
      {plan !== null && (
        <p>
          {t(plan.perEntry === null ? 'stands-full' : 'stands-sampled', {
            ballots,
            perEntry: plan.perEntry ?? 0,
            low: loads[0],
            high: loads[1],
            same: String(loads[0] === loads[1]),
          })}
        </p>
      )}
      {shortfalls.length > 0 && (
        <Notice kind="warn" title={t('short', { count: shortfalls.length })}>
          <ul>
            {shortfalls.map(({ entry, team, missing }) => (
              <li key={entry}>{t('short-team', { team, missing })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <FieldForm
        send={assign}
        hidden={{ event }}
        fields={[
          {
            name: 'kind',
            label: t('who-scores'),
            value: plan === null || plan.perEntry === null ? 'full' : 'sampled',
            options: (['full', 'sampled'] as const).map((value) => ({ value, label: t(`${value}-panel`) })),
            wide: true,
          },
          {
            name: 'perEntry',
            label: t('per-entry'),
            hint: t('per-entry-hint'),
            kind: 'number',
            value: String(plan?.perEntry ?? advised),
          },
          { name: 'seed', label: t('panel-seed'), hint: t('panel-seed-hint'), value: plan?.seed ?? '' },
        ]}
        submit={t('assign')}
        done={t('assigned')}
        look="secondary"
      />
    </div>
  )
}
