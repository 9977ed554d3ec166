import { getTranslations } from 'next-intl/server'
import { StateMark } from '@/components/events/state-mark'
import { Title } from '@/components/ui/title'
import type { publicTeam } from '@/server/teams/public-queries'

type Team = NonNullable<Awaited<ReturnType<typeof publicTeam>>>

/** Who won, what it is and where it goes next: the first thing anybody reads. */
export async function Winner({
  caption,
  names,
  city,
  goes,
  team,
}: {
  caption: string
  names: readonly string[]
  /** The final's city, when a place there waits. */
  city?: string
  /** The winner itself holds the place and has said yes. */
  goes: boolean
  /** The winner, when it is one alone. */
  team: Team | null
}) {
  const t = await getTranslations('results')
  const winners = new Intl.ListFormat('en').format(names)
  return (
    <div className="min-w-0 py-4 print:pt-2 print:pb-0">
      <p className="caption flex items-center gap-2 text-gold">
        <StateMark state="winner" /> {caption}
      </p>
      <Title>
        {goes && city
          ? t('goes', { team: winners, city })
          : t('wins', { team: winners, count: names.length })}
      </Title>
      {team?.project && <p className="mt-5 font-semibold text-lg print:mt-2">{team.project}</p>}
      {team?.summary && <p className="mt-1 max-w-prose text-lg [overflow-wrap:anywhere]">{team.summary}</p>}
      {team && (
        <p className="mt-2 text-muted">
          {[
            team.institution,
            t('members', { count: team.members }),
            team.challengeOwner && t('challengeBy', { owner: team.challengeOwner }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </div>
  )
}
