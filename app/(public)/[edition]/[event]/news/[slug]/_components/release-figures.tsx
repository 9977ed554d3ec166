import { getTranslations } from 'next-intl/server'
import { figureOf } from '@/components/claims/figure-of'
import type { Claim } from '@/server/editions/queries'

/** The figures a release gives, large, each with its source. */
export async function ReleaseFigures({ claims }: { claims: readonly Claim[] }) {
  const e = await getTranslations('editions')
  const words = { exactly: '', about: e('about'), nearly: e('nearly'), over: e('over') }
  if (claims.length === 0) return <div />
  return (
    <dl className="flex flex-wrap content-start gap-x-8 md:grid print:grid">
      {claims.map((claim) => (
        <div key={`${claim.metric} ${claim.source}`} className="flex flex-col-reverse border-t py-3">
          <dt className="text-muted text-sm">
            {claim.metric}
            <span className="block text-xs [overflow-wrap:anywhere]">{claim.source}</span>
          </dt>
          <dd className="figures font-semibold text-3xl">{figureOf(claim, words)}</dd>
        </div>
      ))}
    </dl>
  )
}
