import { getTranslations } from 'next-intl/server'
import { SeverityPlot } from '@/components/score/severity-plot'
import type { Look } from '@/server/ranking/compute-ranking'

const LEAST_REACH = 4

/** How much more or less each juror gives than the panel on the same teams. */
export async function Severities({ look: { ranking, record } }: { look: Look }) {
  const t = await getTranslations('ranking')
  const effects = new Map(ranking.jurors.map(({ id, effect }) => [id, effect]))
  const reach = Math.max(LEAST_REACH, ...[...effects.values()].map((effect) => Math.abs(effect ?? 0)))
  const jurors = record.jurors.filter(({ id }) => effects.has(id))
  return (
    <section className="py-6">
      <h2 className="font-semibold text-lg">{t('how-strict')}</h2>
      <p className="figures mt-1 flex justify-end gap-6 pr-14 text-muted text-xs">
        <span>{t('strict')}</span>
        <span>{t('generous')}</span>
      </p>
      <ul>
        {jurors.map(({ id, office }) => {
          const effect = effects.get(id) ?? null
          const figure = effect === null ? '–' : `${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(1)}`
          return (
            <li key={id} className="flex items-center gap-2 py-0.5 text-sm">
              <span className="min-w-0 flex-1 leading-tight">{office}</span>
              {effect !== null && (
                <SeverityPlot
                  effect={effect}
                  spread={null}
                  domain={{ from: -reach, to: reach }}
                  label={t('severity', { juror: office, figure })}
                />
              )}
              <span className="figures w-11 text-right text-muted">{figure}</span>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 text-muted text-sm">{t('taken-out')}</p>
    </section>
  )
}
