import { getTranslations } from 'next-intl/server'
import type { Look } from '@/server/ranking/compute-ranking'

/** The entries that are not ranked, each with the reason. */
export async function Apart({ look: { ranking, record } }: { look: Look }) {
  const t = await getTranslations('ranking')
  if (ranking.notRanked.length === 0) return null
  return (
    <section className="border-t py-4 text-sm">
      <h2 className="font-semibold">{t('not-ranked')}</h2>
      <ul className="mt-1 grid gap-1 text-muted">
        {ranking.notRanked.map((out) => {
          const name = record.entries.find(({ id }) => id === out.entry)?.team.name
          return (
            <li key={out.entry}>
              <span className="font-semibold text-text">{name}</span>{' '}
              {out.reason === 'gate'
                ? t(out.decision === null ? 'out-gate-open' : 'out-gate', {
                    fails: out.fails,
                    ballots: out.ballots,
                  })
                : t(`out-${out.reason}`)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
