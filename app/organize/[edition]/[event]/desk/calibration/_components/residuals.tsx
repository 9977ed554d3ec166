import { getTranslations } from 'next-intl/server'
import { type PlottedResidual, ResidualPlot } from '@/components/score/residual-plot'
import { signed } from '@/components/score/signed'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { OUTLIER_BEYOND } from '@/domain/ranking/gates'
import type { CalibratedJuror, Calibration } from '@/server/ranking/calibrate-jury'
import { ResidualTable } from './residual-table'

/** What the fit leaves of each juror's ballots over the order of pitches: a picture each, and all of them as a table. */
export async function Residuals({ shown }: { shown: Calibration }) {
  const t = await getTranslations('calibration')
  const { jurors, entries } = shown
  const placeOf = new Map(entries.map(({ id, position }) => [id, position]))
  const places = entries.flatMap(({ position }) => (position === null ? [] : [position]))
  const undrawn = entries.length - places.length
  const cast = jurors.filter(({ n }) => n > 0)
  const sigmas = cast.flatMap(({ sigma }) => (sigma === null ? [] : [sigma]))
  const sizes = cast.flatMap(({ residuals }) => (residuals ?? []).map(({ residual }) => Math.abs(residual)))
  const reach = Math.ceil(Math.max(1, ...sizes, ...sigmas.map((sigma) => OUTLIER_BEYOND * sigma)))
  return (
    <Section title={t('residuals')} caption={t('residuals-caption')}>
      <p className="mt-4 max-w-prose text-muted text-sm">{t('residuals-what')}</p>
      {places.length === 0 ? (
        <div className="mt-4">
          <Notice title={t('no-draw')}>{t('no-draw-what')}</Notice>
        </div>
      ) : (
        <>
          <ul className="mt-2 grid gap-x-10 md:grid-cols-2 xl:grid-cols-3">
            {cast.map((juror) => (
              <li key={juror.id} className="min-w-0 border-b py-4">
                <p className="font-semibold leading-tight [overflow-wrap:anywhere]">{juror.office}</p>
                {juror.residuals === null ? (
                  <p className="mt-3 max-w-prose text-muted text-sm">{t('hidden')}</p>
                ) : (
                  <Picture juror={juror} ballots={plotted(juror)} />
                )}
                <p className="caption mt-1 text-muted normal-case">{slopeOf(juror)}</p>
              </li>
            ))}
          </ul>
          <p className="mt-3 max-w-prose text-muted text-sm">
            {t(sigmas.length > 0 ? 'scale' : 'scale-bare', { reach })}
          </p>
          {undrawn > 0 && <p className="mt-1 text-muted text-sm">{t('part-draw', { count: undrawn })}</p>}
        </>
      )}
      <ResidualTable shown={shown} />
    </Section>
  )

  function Picture({ juror, ballots }: { juror: CalibratedJuror; ballots: readonly PlottedResidual[] }) {
    const figures = ballots.map(({ residual }) => residual)
    const [from, to] = [Math.min(...places), Math.max(...places)]
    return (
      <div className="mt-2">
        <ResidualPlot
          ballots={ballots}
          positions={{ from, to }}
          reach={reach}
          limit={juror.sigma === null ? null : OUTLIER_BEYOND * juror.sigma}
          slope={juror.slope?.slope ?? null}
          label={t('plot', {
            juror: juror.office,
            count: ballots.length,
            least: signed(Math.min(...figures)),
            most: signed(Math.max(...figures)),
            far: ballots.filter(({ outlier }) => outlier).length,
            slope: slopeOf(juror),
          })}
        />
        <p className="figures flex justify-between text-muted text-xs" aria-hidden="true">
          <span>{t('first-pitch', { position: from })}</span>
          <span>{to}</span>
        </p>
      </div>
    )
  }

  function plotted({ residuals }: CalibratedJuror): PlottedResidual[] {
    return (residuals ?? []).flatMap(({ entry, residual, outlier }) => {
      const position = placeOf.get(entry) ?? null
      return position === null ? [] : [{ position, residual, outlier }]
    })
  }

  function slopeOf({ slope, n }: CalibratedJuror): string {
    if (!slope) return t('slope-none', { n })
    return t('slope-figure', { slope: signed(slope.slope, 2), se: slope.se.toFixed(2), n: slope.n })
  }
}
