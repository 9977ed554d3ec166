import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { PublishedResult } from '@/server/publishing/queries'
import { PLACE_GRID } from './place-grid'

/** The teams without a place, each with the reason, in the columns of the ranking. */
export async function NotRanked({ teams }: { teams: PublishedResult['notRanked'] }) {
  const t = await getTranslations('results')
  if (teams.length === 0) return null
  const reason = (why: string) =>
    why === 'withdrawn' || why === 'gate' || why === 'no-ballots' ? t(`reason.${why}`) : why
  return (
    <Section title={t('notRanked', { count: teams.length })} className="mt-8 print:mt-3">
      <ul className="hairlines border-t-0">
        {teams.map(({ entry, team, reason: why }) => (
          <li key={entry} className={`${PLACE_GRID} items-baseline py-3 print:py-1`}>
            <span className="figures text-muted">–</span>
            <span className="col-[2/-1] font-semibold [overflow-wrap:anywhere] md:col-auto print:col-auto">
              {team.name}
            </span>
            <span className="col-[2/-1] text-muted md:col-[3/-1] print:col-[3/-1]">{reason(why)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
