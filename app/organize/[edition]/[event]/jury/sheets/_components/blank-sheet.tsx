import { getTranslations } from 'next-intl/server'
import { QrCode } from '@/components/ui/qr-code'
import type { JuryRecord, RecordedJuror } from '@/server/judging/jury-record'

/**
 * One juror's sheet, black on white: the rubric in its head, a row for each team in the order of the pitches, and a code
 * that leads whoever types it in to the right place.
 */
export async function BlankSheet({
  seat,
  record: { criteria, entries, sheets, conflicts },
  event,
  entryAddress,
}: {
  seat: RecordedJuror
  record: JuryRecord
  event: string
  entryAddress: string
}) {
  const t = await getTranslations('paper')
  const apart = new Set(conflicts.filter(({ juror }) => juror === seat.id).map(({ entry }) => entry))
  const own = new Set(sheets.filter(({ juror }) => juror === seat.id).map(({ entry }) => entry))
  const teams = entries
    .filter(({ id, withdrawn }) => !withdrawn && (own.has(id) || apart.has(id)))
    .toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity))
  const cell = 'border border-[#0b1020] px-2'
  return (
    <section className="mt-10 break-after-page bg-[#fff] p-[6mm] text-[#0b1020] last:break-after-auto print:mt-0 print:p-0 print:pr-[1mm]">
      <header className="mb-[3mm] flex items-start gap-[6mm]">
        <div className="min-w-0 flex-1">
          <p className="caption">{event}</p>
          <h2 className="mt-1 font-semibold text-xl leading-tight [overflow-wrap:anywhere]">{seat.office}</h2>
          <p className="mt-2 text-sm">{t('sheet-how')}</p>
        </div>
        <QrCode text={entryAddress} label={t('title')} className="size-[24mm]" />
      </header>
      <div className="overflow-x-auto print:overflow-visible">
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr>
              <th scope="col" className={`${cell} w-[10mm] py-1`}>
                №
              </th>
              <th scope="col" className={`${cell} py-1 text-left`}>
                {t('team')}
              </th>
              {criteria.map(({ id, kind, name, weight, scale }) => (
                <th
                  key={id}
                  scope="col"
                  className={`${cell} w-[26mm] py-1 align-top font-semibold leading-tight`}
                >
                  {name}
                  <span className="block font-normal text-xs">
                    {kind === 'gate' ? t('gate-how') : t('criterion-how', { ...scale, weight: weight ?? 0 })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {teams.map(({ id, team, order }) => (
              <tr key={id} className="h-[8mm] break-inside-avoid">
                <td className={`${cell} figures text-center`}>{order ?? ''}</td>
                <td className={`${cell} font-semibold leading-tight [overflow-wrap:anywhere]`}>
                  {team.name}
                </td>
                {apart.has(id) ? (
                  <td colSpan={criteria.length} className={`${cell} text-center`}>
                    {t('not-yours')}
                  </td>
                ) : (
                  criteria.map((criterion) => (
                    <td key={criterion.id} className={`${cell} text-center text-xs`}>
                      {criterion.kind === 'gate' ? t('gate-tick') : ''}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-[9mm] flex gap-[10mm] text-sm">
        <span className="flex-1 border-[#0b1020] border-t pt-1">{t('signature')}</span>
        <span className="w-[40mm] border-[#0b1020] border-t pt-1">{t('date')}</span>
      </p>
    </section>
  )
}
