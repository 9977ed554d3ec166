import { getTranslations } from 'next-intl/server'
import { figureOf } from '@/components/claims/figure-of'
import type { Claim } from '@/server/editions/queries'

/** What was published about the event, by source, beside what is counted above. */
export async function Footnotes({ claims, invented }: { claims: readonly Claim[]; invented: boolean }) {
  const t = await getTranslations('events')
  const e = await getTranslations('editions')
  const words = { exactly: '', about: e('about'), nearly: e('nearly'), over: e('over') }
  const sources = [...new Set(claims.map(({ source }) => source))]
  if (sources.length === 0 && !invented) return null
  return (
    <div className="border-t pt-4 text-muted text-sm">
      {sources.map((source, index) => (
        <p key={source}>
          <sup>{index + 1}</sup>{' '}
          {t('claimed', {
            figures: claims
              .filter((claim) => claim.source === source)
              .map((claim) => `${figureOf(claim, words)} ${claim.metric}`)
              .join(', '),
            source,
          })}
        </p>
      ))}
      {invented && <p>{t('teamsInvented')}</p>}
    </div>
  )
}
