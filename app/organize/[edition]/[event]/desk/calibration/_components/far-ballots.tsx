import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { Calibration } from '@/server/ranking/calibrate-jury'

/** The ballots further from their fit than the gate allows, by juror and team, and what the gates say of a juror. */
export async function FarBallots({ shown: { jurors, entries } }: { shown: Calibration }) {
  const t = await getTranslations('calibration')
  const teamOf = new Map(entries.map(({ id, team }) => [id, team]))
  const far = jurors.flatMap(({ id, office, residuals }) =>
    (residuals ?? [])
      .filter(({ outlier }) => outlier)
      .map(({ entry, residual }) => ({ id, office, entry, residual })),
  )
  const warned = jurors.flatMap(({ id, office, n, warnings }) =>
    warnings.map((code) => ({ id: `${id} ${code}`, text: t(`warning.${code}`, { juror: office, n }) })),
  )
  const measured = jurors.some(({ sigma }) => sigma !== null)
  return (
    <>
      <Section title={t('far')} caption={t('far-caption')}>
        {far.length === 0 ? (
          <p className="mt-4 text-sm">{t(measured ? 'far-none' : 'far-unmeasured')}</p>
        ) : (
          <ul className="hairlines">
            {far.map(({ id, office, entry, residual }) => (
              <li key={`${id} ${entry}`} className="grid gap-x-6 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
                <p className="min-w-0 [overflow-wrap:anywhere]">
                  <span className="font-semibold">{teamOf.get(entry)}</span>{' '}
                  <span className="text-muted">· {office}</span>
                </p>
                <p className="figures text-sm">
                  {t(residual < 0 ? 'far-below' : 'far-above', { points: Math.abs(residual).toFixed(1) })}
                </p>
              </li>
            ))}
          </ul>
        )}
        <div className="mt-4 grid gap-1 text-muted text-sm">
          {far.length > 0 && <p>{t('far-what')}</p>}
          {jurors.some(({ residuals }) => residuals === null) && <p>{t('far-hidden')}</p>}
        </div>
      </Section>
      {warned.length > 0 && (
        <Section title={t('warnings')}>
          <ul className="hairlines text-sm">
            {warned.map(({ id, text }) => (
              <li key={id} className="py-3">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
