import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { domainOf } from '@/components/score/scale'
import { ScoreStrip } from '@/components/score/score-strip'
import type { PublishedPage } from '@/server/publishing/queries'
import { PLACE_GRID } from './place-grid'
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
        <div className={`${PLACE_GRID} caption items-end border-t py-2 text-muted print:py-1`}>
          <p className="col-span-2 md:col-span-3 print:col-span-3">
            {t('dot')}
            <span className="sm:hidden print:hidden">, {t('domain', { ...domain })}</span>
          </p>
          <p className="flex justify-between max-sm:hidden print:flex">
            <span>{domain.from}</span>
            <span>{domain.to}</span>
          </p>
          <p className="whitespace-nowrap text-right">{t('fairAverage')}</p>
        </div>
      )}
      <ol>{rows(first)}</ol>
      {rest.length > 0 && (
        <details className="group border-t">
          <summary className="link flex min-h-12 items-center py-2 group-open:sr-only print:hidden">
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
      className={`${PLACE_GRID} items-center border-t py-2.5 print:py-px ${winner ? 'text-gold' : ''}`}
    >
      <span
        className={`figures font-semibold text-lg md:text-xl print:text-sm ${winner ? '' : 'text-muted'}`}
      >
        {rank}
      </span>
      <Link
        href={`${address}/teams/${team.slug}` as Route}
        className="display-3 tap text-current no-underline [overflow-wrap:anywhere] print:text-sm"
      >
        {team.name}
      </Link>
      <span className={`max-md:hidden print:block print:text-sm ${winner ? '' : 'text-muted'}`}>
        {page.institutions[entry]}
      </span>
      {score !== null && totals.length > 0 ? (
        <ScoreStrip
          totals={totals}
          mean={score}
          domain={domain}
          winner={winner}
          wide
          className="w-full overflow-visible max-sm:order-1 max-sm:col-span-2 max-sm:col-start-2 print:order-none print:col-auto"
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
        <span className="figures text-right font-semibold text-lg md:text-xl print:text-sm">
          {score.toFixed(2)}
        </span>
      )}
      <Why place={place} page={page} />
    </li>
  )
}
