import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { domainOf } from '@/components/score/scale'
import { ScoreStrip } from '@/components/score/score-strip'
import type { PublishedPage } from '@/server/publishing/queries'
import { Why } from './why'

/** How many places are shown at once; the rest unfold. */
const FIRST = 5

/** The places as far as they are open: with a dot a juror and the fair average where the scores are. */
export async function Ranking({ page, address }: { page: PublishedPage; address: string }) {
  const t = await getTranslations('results')
  const { ranking } = page.result
  const [first, rest] = [ranking.slice(0, FIRST), ranking.slice(FIRST)]
  const scored = page.openness === 'scores'
  const domain = domainOf(Object.values(page.dots).flat())
  const rows = (places: typeof ranking) =>
    places.map((place) => (
      <Row key={place.entry} place={place} page={page} domain={domain} address={address} />
    ))
  return (
    <section aria-label={t('ranking')}>
      {scored && (
        <div className="grid grid-cols-[2rem_1fr_4rem] items-end gap-x-3 border-t py-2 sm:grid-cols-[2.5rem_1fr_12rem_5rem] md:grid-cols-[3rem_1fr_1fr_14rem_6rem]">
          <p className="caption col-span-2 text-muted md:col-span-3">{t('dot')}</p>
          <p className="caption flex justify-between text-muted max-sm:hidden">
            <span>{domain.from}</span>
            <span>{domain.to}</span>
          </p>
          <p className="caption text-right text-muted">{t('fairAverage')}</p>
        </div>
      )}
      <ol>{rows(first)}</ol>
      {rest.length > 0 && (
        <details className="group border-t">
          <summary className="link flex min-h-12 items-center py-2 group-open:sr-only">
            {t('showRest', { from: rest[0]?.rank ?? 0, to: rest.at(-1)?.rank ?? 0 })}
          </summary>
          <ol>{rows(rest)}</ol>
        </details>
      )}
    </section>
  )
}

async function Row({
  place,
  page,
  domain,
  address,
}: {
  place: PublishedPage['result']['ranking'][number]
  page: PublishedPage
  domain: ReturnType<typeof domainOf>
  address: string
}) {
  const t = await getTranslations('results')
  const { rank, entry, team, score } = place
  const totals = page.dots[entry] ?? []
  const winner = rank === 1
  return (
    <li
      value={rank}
      className={`grid grid-cols-[2rem_1fr_4rem] items-center gap-x-3 border-t py-2.5 sm:grid-cols-[2.5rem_1fr_12rem_5rem] md:grid-cols-[3rem_1fr_1fr_14rem_6rem] ${winner ? 'text-gold' : ''}`}
    >
      <span className={`figures font-semibold text-lg md:text-xl ${winner ? '' : 'text-muted'}`}>{rank}</span>
      <Link
        href={`${address}/teams/${team.slug}` as Route}
        className="display-3 tap text-current no-underline [overflow-wrap:anywhere]"
      >
        {team.name}
      </Link>
      <span className={`max-md:hidden ${winner ? '' : 'text-muted'}`}>{page.institutions[entry]}</span>
      {score !== null && totals.length > 0 ? (
        <ScoreStrip
          totals={totals}
          mean={score}
          domain={domain}
          winner={winner}
          className="w-full overflow-visible max-sm:order-1 max-sm:col-span-2 max-sm:col-start-2 max-sm:max-w-56"
          label={t('strip', {
            count: totals.length,
            from: totals[0]?.toFixed(1) ?? '',
            to: totals.at(-1)?.toFixed(1) ?? '',
            score: score.toFixed(2),
          })}
        />
      ) : (
        <span className="max-sm:hidden" />
      )}
      {score !== null && (
        <span className="figures text-right font-semibold text-lg md:text-xl">{score.toFixed(2)}</span>
      )}
      <Why place={place} page={page} />
    </li>
  )
}
