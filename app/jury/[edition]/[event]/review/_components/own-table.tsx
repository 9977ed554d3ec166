import { getTranslations } from 'next-intl/server'
import { ballotTotaller } from '@/domain/judging/ballot-total'
import type { OwnSheet } from '@/server/judging/queries'

/** All teams by all criteria, with the total of each ballot: what the juror signs. */
export async function OwnTable({ sheet: { criteria, entries, marks } }: { sheet: OwnSheet }) {
  const t = await getTranslations('signing')
  const totalOf = ballotTotaller(criteria.map((criterion, position) => ({ ...criterion, position })))
  const marksOf = (entry: string) =>
    Object.fromEntries(
      marks.filter((mark) => mark.entry === entry).map((mark) => [mark.criterion, mark.value]),
    )
  return (
    <>
      <ol className="mt-4 grid gap-x-8 text-sm sm:grid-cols-2">
        {criteria.map(({ id, name }, index) => (
          <li key={id} className="flex gap-3">
            <span className="figures w-4 text-muted">{index + 1}</span>
            {name}
          </li>
        ))}
      </ol>
      <table className="mt-5 w-full border-collapse text-sm">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr className="border-b text-muted">
            <th scope="col" className="py-2 text-left font-normal">
              {t('team')}
            </th>
            {criteria.map(({ id, name }, index) => (
              <th key={id} scope="col" className="figures px-1 py-2 text-right font-normal" title={name}>
                {index + 1}
              </th>
            ))}
            <th scope="col" className="py-2 pl-2 text-right font-normal">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ entry, team, status, reason }) => {
            const given = marksOf(entry)
            return (
              <tr key={entry} className="border-b align-baseline">
                <th scope="row" className="py-2 pr-2 text-left font-semibold [overflow-wrap:anywhere]">
                  {team}
                </th>
                {status === 'recused' || status === 'absent' ? (
                  <td colSpan={criteria.length + 1} className="py-2 text-right text-muted">
                    {t(status)}: {reason}
                  </td>
                ) : (
                  <>
                    {criteria.map(({ id, kind }) => (
                      <td key={id} className="figures px-1 py-2 text-right">
                        {kind === 'gate' ? gate(given[id]) : (given[id] ?? '–')}
                      </td>
                    ))}
                    <td className="figures py-2 pl-2 text-right font-semibold">
                      {status === 'submitted' ? totalOf(given)?.toFixed(1) : t('not-sent')}
                    </td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )

  function gate(value: number | null | undefined): string {
    return value === 0 ? t('fails') : value === 1 ? t('passes') : '–'
  }
}
