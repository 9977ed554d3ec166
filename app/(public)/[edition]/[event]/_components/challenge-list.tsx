import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { challengesOf } from '@/server/challenges/queries'

/** What may be worked on: whose challenge it is and how many teams have chosen it here. */
export async function ChallengeList({
  challenges,
  chosen,
}: {
  challenges: Awaited<ReturnType<typeof challengesOf>>
  chosen: boolean
}) {
  const t = await getTranslations('events')
  if (challenges.length === 0) return null
  return (
    <Section
      title={t('challenges', { count: challenges.length })}
      caption={chosen ? t('ownerTeams') : t('owner')}
    >
      <ul className="hairlines border-t-0">
        {challenges.map(({ id, code, title, owner, entries }) => (
          <li key={id} className="flex min-h-12 items-center gap-x-4 py-2">
            <span className="figures w-12 shrink-0 text-muted text-sm">{code}</span>
            <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{title}</span>
            <span className="shrink-0 text-muted">{owner}</span>
            {chosen && (
              <span className="w-6 shrink-0 text-right font-semibold tabular-nums">
                <span className="sr-only">{t('teamsOn')} </span>
                {entries}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted text-sm">
        {t('oneChallenge')}
        {challenges.some(({ invented }) => invented) && ` ${t('challengesInvented')}`}
      </p>
    </Section>
  )
}
