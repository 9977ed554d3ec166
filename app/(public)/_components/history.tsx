import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { figureOf } from '@/components/claims/figure-of'
import { daysOf } from '@/components/editions/days-of'
import type { listEditions } from '@/server/editions/queries'

type Edition = Awaited<ReturnType<typeof listEditions>>[number]

const METRICS = ['countries', 'cities', 'participants', 'teams', 'challenges'] as const

/** Six editions on a line, with what was published about each; where sources disagree both figures stay. */
export async function History({
  editions,
  currentSlug,
}: {
  editions: readonly Edition[]
  currentSlug: string
}) {
  const t = await getTranslations('home')
  return (
    <section className="band py-8">
      <div className="page">
        <header className="flex flex-wrap items-baseline justify-between gap-4">
          <h2 className="font-semibold text-lg">{t('history')}</h2>
          <p className="text-muted text-sm">{t('historyNote')}</p>
        </header>
        <ol className="mt-8 grid grid-cols-2 gap-y-8 md:grid-cols-3 xl:grid-cols-6">
          {editions.map((edition) => (
            <li key={edition.id} className="relative border-control border-t-2 pt-5 pr-6">
              <Node current={edition.slug === currentSlug} />
              <Link
                href={`/${edition.slug}` as Route}
                className={`display text-2xl no-underline ${edition.slug === currentSlug ? 'text-primary' : 'text-text'}`}
              >
                {edition.year}
              </Link>
              <p className="mt-1 font-semibold">{edition.scope}</p>
              <p className="text-muted text-sm">{daysOf(edition) ?? t('noDate')}</p>
              <Figures edition={edition} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

/** Where an edition stands on the line of all of them. */
function Node({ current }: { current: boolean }) {
  return (
    <span
      className={`drawn absolute -left-px rounded-full ${current ? '-top-[9px] size-4 bg-primary' : '-top-[7px] size-3 border-2 border-text bg-bg'}`}
    />
  )
}

async function Figures({ edition }: { edition: Edition }) {
  const t = await getTranslations('editions')
  const words = { exactly: '', about: t('about'), nearly: t('nearly'), over: t('over') }
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm max-sm:grid-cols-1 max-sm:gap-y-0">
      {METRICS.flatMap((metric) => {
        const found = edition.claims.filter((claim) => claim.metric === metric)
        if (found.length === 0) return []
        return [
          <dt key={metric} className="text-muted">
            {t(`metric.${metric}`)}
          </dt>,
          <dd key={`${metric}-value`} className="figures font-semibold">
            {found.map((claim, index) => (
              <span key={claim.source} title={claim.source}>
                {index > 0 && ' / '}
                {figureOf(claim, words)}
              </span>
            ))}
          </dd>,
        ]
      })}
    </dl>
  )
}
