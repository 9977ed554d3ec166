import { getTranslations } from 'next-intl/server'
import { figureOf } from '@/components/claims/figure-of'
import type { Claim } from '@/server/editions/queries'

const METRICS = ['countries', 'cities', 'participants', 'teams', 'challenges', 'continents'] as const
type Metric = (typeof METRICS)[number]

const isMetric = (metric: string): metric is Metric => METRICS.some((known) => known === metric)

/** What each source published, a column each, beside what is counted here: nothing overwrites anything. */
export async function FiguresBySource({
  claims,
  counted = {},
}: {
  claims: readonly Claim[]
  counted?: Partial<Record<Metric, number>>
}) {
  const t = await getTranslations('editions')
  const words = { exactly: '', about: t('about'), nearly: t('nearly'), over: t('over') }
  const sources = [...new Set(claims.map(({ source }) => source))]
  const metrics = METRICS.filter((metric) => claims.some((claim) => claim.metric === metric))
  const others = [...new Set(claims.map(({ metric }) => metric).filter((metric) => !isMetric(metric)))]
  const counts = Object.keys(counted).length > 0
  const figure = (metric: string, source: string) => {
    const found = claims.find((claim) => claim.metric === metric && claim.source === source)
    return found ? figureOf(found, words) : t('none')
  }
  if (claims.length === 0) return null
  return (
    <section>
      <h2 className="font-semibold text-lg">
        {disagree(claims) ? t('figures') : sources.length > 1 ? t('figuresAgree') : t('figuresPlain')}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable with the keyboard */}
      <section className="mt-2 overflow-x-auto" aria-label={t('metricHead')} tabIndex={0}>
        <table className="w-full text-left">
          <thead className="text-muted text-sm">
            <tr className="border-b">
              <th className="py-2 pr-3 font-normal">
                <span className="sr-only">{t('metricHead')}</span>
              </th>
              {sources.map((source) => (
                <th
                  key={source}
                  className="min-w-20 py-2 pr-4 align-bottom font-normal [overflow-wrap:anywhere]"
                >
                  {source}
                </th>
              ))}
              {counts && <th className="py-2 align-bottom font-normal">{t('counted')}</th>}
            </tr>
          </thead>
          <tbody>
            {[...metrics, ...others].map((metric) => (
              <tr key={metric} className="border-b">
                <th scope="row" className="py-2 pr-3 font-normal first-letter:uppercase">
                  {isMetric(metric) ? t(`metric.${metric}`) : metric}
                </th>
                {sources.map((source) => (
                  <td key={source} className="figures py-2 pr-4 font-semibold">
                    {figure(metric, source)}
                  </td>
                ))}
                {counts && (
                  <td className="figures py-2 font-semibold">
                    {(isMetric(metric) && counted[metric]?.toLocaleString('en')) || t('none')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

/** Whether two sources give different figures for the same thing. */
function disagree(claims: readonly Claim[]) {
  return claims.some(({ metric, value }) =>
    claims.some((other) => other.metric === metric && other.value !== value),
  )
}
