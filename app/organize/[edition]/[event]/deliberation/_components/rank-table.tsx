import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { domainOf } from '@/components/score/scale'
import { ScoreStrip } from '@/components/score/score-strip'
import { ballotTotaller } from '@/domain/judging/ballot-total'
import type { Pair } from '@/domain/ranking/standings'
import type { Look } from '@/server/ranking/compute-ranking'
import { RungChip } from './rung-chip'

/** The ranking with a dot a juror, and between two neighbours the rung that put them in this order. */
export async function RankTable({ look }: { look: Look }) {
  const t = await getTranslations('ranking')
  const { ranking, record, input } = look
  const totals = countedTotals(input)
  const domain = domainOf(Object.values(totals).flat())
  const entries = new Map(record.entries.map((entry) => [entry.id, entry]))
  const below = new Map(ranking.pairs.map((pair) => [pair.above, pair]))
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-b text-left">
          <th scope="col" className="caption py-2 font-normal text-muted" colSpan={2}>
            {t('rank-and-team')}
          </th>
          <th scope="col" className="caption px-3 py-2 text-right font-normal text-muted">
            {t('fair')}
          </th>
          <th scope="col" className="caption hidden w-60 py-2 font-normal text-muted sm:table-cell">
            <span className="flex justify-between">
              <span>{domain.from}</span>
              <span>{t('dot-a-juror')}</span>
              <span>{domain.to}</span>
            </span>
          </th>
          <th scope="col" className="caption hidden py-2 text-right font-normal text-muted md:table-cell">
            {t('decided-by')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ranking.ranking.map(({ entry, rank, score, n }) => {
          const known = entries.get(entry)
          const strip = (
            <ScoreStrip
              totals={totals[entry] ?? []}
              mean={score}
              domain={domain}
              winner={rank === 1}
              className="w-full max-w-60"
              label={t('strip', { count: n, score: score.toFixed(2) })}
            />
          )
          const pair = below.get(entry)
          return (
            <Fragment key={entry}>
              <tr>
                <td className="figures w-8 pt-3 align-top text-lg text-muted">{rank}</td>
                <th scope="row" className="min-w-0 pt-2.5 pb-1 text-left font-normal">
                  <span className="display block text-lg leading-tight [overflow-wrap:anywhere]">
                    {known?.team.name}
                    {rank === 1 && (
                      <span className="ml-2 text-gold" aria-hidden="true">
                        ◇
                      </span>
                    )}
                  </span>
                  <span className="text-muted text-sm">{known?.institution?.name}</span>
                  <span className="mt-2 block sm:hidden">{strip}</span>
                </th>
                <td className="figures px-3 text-right font-semibold text-lg">{score.toFixed(2)}</td>
                <td className="hidden sm:table-cell">{strip}</td>
                <td className="hidden md:table-cell" />
              </tr>
              {pair && <Between pair={pair} look={look} />}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function Between({ pair, look }: { pair: Pair; look: Look }) {
  return (
    <tr>
      <td colSpan={5} className="p-0">
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
