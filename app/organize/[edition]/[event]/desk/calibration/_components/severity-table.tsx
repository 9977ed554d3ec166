import { getTranslations } from 'next-intl/server'
import { SeverityPlot } from '@/components/score/severity-plot'
import { signed } from '@/components/score/signed'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { type Column, Table } from '@/components/ui/table'
import type { CalibratedJuror, Calibration } from '@/server/ranking/calibrate-jury'

const LEAST_REACH = 4
const PLOT = 'w-36 lg:w-60'
const NAME_AND_PLOT = 'grid items-center gap-x-6 gap-y-1 md:grid-cols-[minmax(0,16rem)_auto] md:justify-start'

/** Each juror's official effect with the companion's estimate beside it, and how far apart the own totals lie. */
export async function SeverityTable({ shown: { jurors, silent } }: { shown: Calibration }) {
  const t = await getTranslations('calibration')
  const reach = Math.max(
    LEAST_REACH,
    ...jurors.map(({ effect }) => Math.abs(effect ?? 0)),
    ...jurors.map(({ estimate }) => (estimate ? Math.abs(estimate.effect) + estimate.se : 0)),
  )
  const domain = { from: -reach, to: reach }
  const estimateOf = ({ estimate }: CalibratedJuror) =>
    estimate ? `${signed(estimate.effect)} ± ${estimate.se.toFixed(1)}` : null
  const nameAndEnds = (
    <span className={NAME_AND_PLOT}>
      <span>{t('juror')}</span>
      <span className={`flex justify-between max-md:hidden ${PLOT}`}>
        <span>{t('strict')}</span>
        <span>{t('generous')}</span>
      </span>
    </span>
  )
  const columns: Column<CalibratedJuror>[] = [
    { id: 'juror', head: nameAndEnds, names: true, cell: nameAndPlot },
    { id: 'official', head: t('official'), figures: true, cell: ({ effect }) => figure(effect, signed) },
    {
      id: 'companion',
      head: t('companion'),
      figures: true,
      wideOnly: true,
      cell: (juror) => <span className="whitespace-nowrap text-muted">{estimateOf(juror) ?? '–'}</span>,
    },
    { id: 'n', head: t('ballots'), figures: true, cell: ({ n }) => n },
    { id: 'sd', head: t('sd'), figures: true, cell: ({ sd }) => figure(sd, (value) => value.toFixed(1)) },
  ]
  return (
    <Section title={t('severity')} caption={t('points')}>
      <Table columns={columns} rows={jurors} rowId={({ id }) => id} caption={t('severity')} />
      <div className="mt-4 grid gap-x-10 gap-y-2 text-muted text-sm md:grid-cols-2">
        <p>{t('severity-what')}</p>
        {jurors.some(({ estimate }) => estimate) && <p>{t('interval-what')}</p>}
      </div>
      {silent.length > 0 && (
        <div className="mt-4">
          <Notice title={t('silent-title')}>
            {silent.map((reason) => (
              <p key={reason}>{t(`silent.${reason}`)}</p>
            ))}
          </Notice>
        </div>
      )}
    </Section>
  )

  function nameAndPlot(juror: CalibratedJuror) {
    const { office, effect, estimate } = juror
    return (
      <span className={NAME_AND_PLOT}>
        <span className="leading-tight [overflow-wrap:anywhere]">{office}</span>
        {effect !== null && (
          <SeverityPlot
            effect={effect}
            estimate={estimate}
            domain={domain}
            label={t('severity-of', {
              juror: office,
              official: signed(effect),
              estimate: estimateOf(juror) ?? 'none',
            })}
            className={PLOT}
          />
        )}
        {estimate && (
          <span className="figures font-normal text-muted text-xs md:hidden">
            {t('companion-short', { estimate: estimateOf(juror) ?? '' })}
          </span>
        )}
      </span>
    )
  }
}

const figure = (value: number | null, words: (value: number) => string) =>
  value === null ? '–' : words(value)
