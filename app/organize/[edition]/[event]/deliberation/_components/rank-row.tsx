import { getTranslations } from 'next-intl/server'
import { chanceText } from '@/components/score/chance'
import { RankInterval } from '@/components/score/rank-interval'
import type { Domain } from '@/components/score/scale'
import { ScoreStrip } from '@/components/score/score-strip'
import { PFirstBar } from '@/components/score/share-bars'
import type { ModelEntry } from '@/domain/ranking/companion/companion'
import type { Ranked } from '@/domain/ranking/rank'

/** A team's place: its ballots as dots, how likely it is the best one, and between which ranks it may stand. */
export async function RankRow({
  ranked: { rank, score, n },
  team,
  institution,
  totals,
  domain,
  chances,
  last,
  sure,
}: {
  ranked: Ranked
  team: string
  institution: string
  totals: readonly number[]
  domain: Domain
  chances: ModelEntry | null
  /** The last rank that the interval's line holds. */
  last: number
  /** Whether the table has the columns of the companion. */
  sure: boolean
}) {
  const t = await getTranslations('ranking')
  const strip = (
    <ScoreStrip
      totals={totals}
      mean={score}
      domain={domain}
      winner={rank === 1}
      className="w-full max-w-60"
      label={t('strip', { count: n, score: score.toFixed(2) })}
    />
  )
  const share = chances ? chanceText(chances.pFirst) : ''
  const [low, high] = chances?.interval ?? [rank, rank]
  return (
    <tr>
      <td className="figures w-8 pt-3 align-top text-lg text-muted">{rank}</td>
      <th scope="row" className="min-w-0 pt-2.5 pb-1 text-left font-normal">
        <span className="display block text-lg leading-tight [overflow-wrap:anywhere]">
          {team}
          {rank === 1 && (
            <span className="ml-2 text-gold" aria-hidden="true">
              ◇
            </span>
          )}
        </span>
        <span className="text-muted text-sm">{institution}</span>
        <span className="mt-2 block sm:hidden">{strip}</span>
        {chances && (
          <span className="block text-muted text-sm md:hidden">{t('sure-short', { share, low, high })}</span>
        )}
      </th>
      <td className="figures px-3 text-right font-semibold text-lg">{score.toFixed(2)}</td>
      <td className="hidden sm:table-cell">{strip}</td>
      {sure && (
        <>
          <td className="hidden pl-4 md:table-cell">
            {chances && (
              <span className="flex items-center gap-2">
                <PFirstBar
                  share={chances.pFirst}
                  label={t('p-first-of', { team, share })}
                  className="w-14 lg:w-22"
                />
                <span
                  aria-hidden="true"
                  className={`figures w-13 whitespace-nowrap text-right text-sm ${chances.pFirst < 0.1 ? 'text-muted' : ''}`}
                >
                  {share}
                </span>
              </span>
            )}
          </td>
          <td className="hidden pl-4 md:table-cell">
            {chances && (
              <RankInterval
                low={low}
                high={high}
                expected={chances.expectedRank}
                last={last}
                className="w-full min-w-24 max-w-36"
                label={t('interval-of', { team, low, high })}
              />
            )}
          </td>
        </>
      )}
      <td className="hidden md:table-cell" />
    </tr>
  )
}
