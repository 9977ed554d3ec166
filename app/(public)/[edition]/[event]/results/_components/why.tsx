import { getTranslations } from 'next-intl/server'
import type { PublishedPage } from '@/server/publishing/queries'

/** From this difference on an average is said to differ: half of the last figure shown. */
const SEEN = 0.005

/**
 * Why the second place is the second, from what is sealed: its ballots' plain average, what the jurors it met give more
 * or less than the panel, its fair average, and how far it is behind. Other places say only which rung parted a tie.
 */
export async function Why({
  place: { entry, rank, score, decidedBy },
  page,
}: {
  place: PublishedPage['result']['ranking'][number]
  page: PublishedPage
}) {
  const t = await getTranslations('results')
  const rung =
    decidedBy !== null && decidedBy !== 'fair-average' && isRung(decidedBy) ? t(`rung.${decidedBy}`) : null
  const totals = page.dots[entry] ?? []
  const best = page.result.ranking[0]?.score ?? null
  if (rank !== 2 || score === null || best === null || totals.length === 0)
    return (
      rung && <p className="order-2 col-[2/-1] mt-1 text-muted text-sm print:mt-0 print:text-xs">{rung}</p>
    )
  const plain = totals.reduce((sum, total) => sum + total, 0) / totals.length
  const above = plain - score
  const figures = {
    count: totals.length,
    plain: plain.toFixed(2),
    score: score.toFixed(2),
    difference: Math.abs(above).toFixed(2),
    behind: (best - score).toFixed(2),
  }
  return (
    <p className="order-2 col-[2/-1] mt-1 max-w-prose text-muted print:mt-0 print:max-w-none print:text-xs">
      <span className="font-semibold text-text">{t('why', { rank })}</span>{' '}
      {t(Math.abs(above) < SEEN ? 'whySame' : above > 0 ? 'whyMore' : 'whyLess', figures)} {rung}
    </p>
  )
}

const RUNGS = ['criterion', 'head-to-head', 'decision', 'shared'] as const

const isRung = (rung: string): rung is (typeof RUNGS)[number] => RUNGS.some((known) => known === rung)
