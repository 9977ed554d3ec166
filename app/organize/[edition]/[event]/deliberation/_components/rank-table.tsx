import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { domainOf } from '@/components/score/scale'
import { ballotTotaller } from '@/domain/judging/ballot-total'
import type { Companion } from '@/domain/ranking/companion/companion'
import type { Pair } from '@/domain/ranking/standings'
import type { Look } from '@/server/ranking/compute-ranking'
import { chancesByEntry } from './chances'
import { RankRow } from './rank-row'
import { RungChip } from './rung-chip'

/** The ranking with a dot a juror and how sure each place is, and between two neighbours the rung that put them so. */
export async function RankTable({ look, companion }: { look: Look; companion: Companion }) {
  const t = await getTranslations('ranking')
  const { ranking, record, input } = look
  const totals = countedTotals(input)
  const domain = domainOf(Object.values(totals).flat())
  const entries = new Map(record.entries.map((entry) => [entry.id, entry]))
  const below = new Map(ranking.pairs.map((pair) => [pair.above, pair]))
  const chances = chancesByEntry(companion)
  const last = Math.max(2, ...[...chances.values()].map(({ interval }) => interval[1]))
  const heading = 'caption whitespace-nowrap py-2 font-normal text-muted'
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-b text-left">
          <th scope="col" className={heading} colSpan={2}>
            {t('rank-and-team')}
          </th>
          <th scope="col" className={`${heading} px-3 text-right`}>
            {t('fair')}
          </th>
          <th scope="col" className={`${heading} hidden w-40 sm:table-cell lg:w-60`}>
            <span className="flex justify-between">
              <span>{domain.from}</span>
              <span>{t('dot-a-juror')}</span>
              <span>{domain.to}</span>
            </span>
          </th>
          {chances.size > 0 && (
            <>
              <th scope="col" className={`${heading} hidden pl-4 md:table-cell`}>
                {t('p-first')}
              </th>
              <th scope="col" className={`${heading} hidden w-28 pl-4 md:table-cell lg:w-36`}>
                <span className="flex justify-between">
                  <span>1</span>
                  <span className="px-1">{t('rank-interval')}</span>
                  <span>{last}</span>
                </span>
              </th>
            </>
          )}
          <th scope="col" className={`${heading} hidden pl-3 text-right md:table-cell`}>
            {t('decided-by')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ranking.ranking.map((ranked) => {
          const pair = below.get(ranked.entry)
          const known = entries.get(ranked.entry)
          return (
            <Fragment key={ranked.entry}>
              <RankRow
                ranked={ranked}
                team={known?.team.name ?? ''}
                institution={known?.institution?.name ?? ''}
                totals={totals[ranked.entry] ?? []}
                domain={domain}
                chances={chances.get(ranked.entry) ?? null}
                last={last}
                sure={chances.size > 0}
              />
              {pair && <Between pair={pair} look={look} columns={chances.size > 0 ? 7 : 5} />}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function Between({ pair, look, columns }: { pair: Pair; look: Look; columns: number }) {
  return (
    <tr>
      <td colSpan={columns} className="p-0">
        <div className="flex items-center gap-2">
          <span className="h-px flex-1 bg-line" />
          <RungChip pair={pair} criteria={look.record.criteria} />
        </div>
      </td>
    </tr>
  )
}

/** The totals of the ballots that count, by entry. */
function countedTotals({ criteria, ballots, conflicts, jurors }: Look['input']): Record<string, number[]> {
  const totalOf = ballotTotaller(criteria)
  const apart = new Set(conflicts.map(({ juror, entry }) => `${juror} ${entry}`))
  const voting = new Set(jurors.flatMap(({ id, voting }) => (voting ? [id] : [])))
  const totals: Record<string, number[]> = {}
  for (const { juror, entry, status, setAside, marks } of ballots) {
    if (status !== 'submitted' || setAside || !voting.has(juror) || apart.has(`${juror} ${entry}`)) continue
    const total = totalOf(marks)
    if (total !== null) totals[entry] = [...(totals[entry] ?? []), total]
  }
  return totals
}
