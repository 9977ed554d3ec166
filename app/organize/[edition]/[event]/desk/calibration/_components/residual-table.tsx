import { getTranslations } from 'next-intl/server'
import { signed } from '@/components/score/signed'
import { type Column, Table } from '@/components/ui/table'
import type { Calibration } from '@/server/ranking/calibrate-jury'

type Entry = Calibration['entries'][number]

/** The pictures' twin: team by juror, in the order of pitches. */
export async function ResidualTable({ shown: { jurors, entries } }: { shown: Calibration }) {
  const t = await getTranslations('calibration')
  const columns: Column<Entry>[] = [
    { id: 'order', head: t('order'), figures: true, cell: ({ position }) => position ?? '–' },
    { id: 'team', head: t('team'), names: true, cell: ({ team }) => team },
    ...jurors
      .filter(({ n }) => n > 0)
      .map(
        ({ id, office, residuals }): Column<Entry> => ({
          id,
          head: <span className="inline-block max-w-28 leading-tight">{office}</span>,
          figures: true,
          cell: (entry) => {
            if (residuals === null) return <Dash words={t('hidden-cell')} />
            const ballot = residuals.find((one) => one.entry === entry.id)
            if (!ballot) return <Dash words={t('absent-cell')} />
            if (!ballot.outlier) return signed(ballot.residual)
            return (
              <strong className="whitespace-nowrap">
                <span aria-hidden="true">○ </span>
                {signed(ballot.residual)}
                <span className="sr-only"> {t('beyond')}</span>
              </strong>
            )
          },
        }),
      ),
  ]
  return (
    <details className="mt-2">
      <summary className="link inline-flex min-h-12 items-center text-sm">{t('table')}</summary>
      <Table columns={columns} rows={entries} rowId={({ id }) => id} caption={t('table-caption')} />
    </details>
  )
}

function Dash({ words }: { words: string }) {
  return (
    <span className="text-muted" title={words}>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
