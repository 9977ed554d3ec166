import { getTranslations } from 'next-intl/server'
import { SeverityPlot } from '@/components/score/severity-plot'
import { signed } from '@/components/score/signed'
import type { Companion } from '@/domain/ranking/companion/companion'
import type { Look } from '@/server/ranking/compute-ranking'
import { CalibrationLink } from '../../_components/calibration-link'

const LEAST_REACH = 4

/**
 * How much more or less each juror gives than the panel on the same teams: as the companion estimates it, with its
 * standard error, or as the fair average takes it out where there is no companion.
 */
export async function Severities({
  look: { ranking, record, found },
  companion,
}: {
  look: Look
  companion: Companion
}) {
  const t = await getTranslations('ranking')
  const estimates = new Map<string, { effect: number | null; se: number | null }>(
    ranking.jurors.map(({ id, effect }) => [id, { effect, se: null }]),
  )
  for (const { model } of companion.components)
    if (model.available) for (const { id, effect, se } of model.jurors) estimates.set(id, { effect, se })
  const ends = [...estimates.values()].map(({ effect, se }) => Math.abs(effect ?? 0) + (se ?? 0))
  const reach = Math.max(LEAST_REACH, ...ends)
  const jurors = record.jurors.filter(({ id }) => estimates.has(id))
  const withErrors = [...estimates.values()].some(({ se }) => se !== null)
  return (
    <section className="py-6">
      <h2 className="font-semibold text-lg">{t('how-strict')}</h2>
      <p className="figures mt-1 flex justify-end gap-6 pr-24 text-muted text-xs">
        <span>{t('strict')}</span>
        <span>{t('generous')}</span>
      </p>
      <ul>
        {jurors.map(({ id, office }) => {
          const { effect = null, se = null } = estimates.get(id) ?? {}
          const figure = effect === null ? '–' : signed(effect)
          const error = se === null ? '' : ` ± ${se.toFixed(1)}`
          return (
            <li key={id} className="flex items-center gap-2 py-0.5 text-sm">
              <span className="min-w-0 flex-1 leading-tight">{office}</span>
              {effect !== null && (
                <SeverityPlot
                  effect={effect}
                  estimate={se === null ? null : { effect, se }}
                  domain={{ from: -reach, to: reach }}
                  label={t('severity', { juror: office, figure: `${figure}${error}` })}
                />
              )}
              <span className="figures w-22 whitespace-nowrap text-right text-muted">
                {figure}
                {error}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 text-muted text-sm">
        {withErrors && `${t('plus-minus')} `}
        {t('taken-out')}
      </p>
      <CalibrationLink found={found} />
    </section>
  )
}
